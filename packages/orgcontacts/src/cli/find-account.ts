import { parseAccountId } from '../contact/account-id.ts';
import type { Org, OrgAccount } from '../org/org.ts';
import { someOf } from '../report/count-text.ts';
import { CliError } from './cli-error.ts';

/** Finds the account that somebody means by its id or its exact name. */
export const findAccount = (org: Org, text: string): OrgAccount => {
  const id = parseAccountId(text);
  const found = org.accounts.filter((account) => (id === undefined ? account.name === text : account.id === id));
  const [account] = found;
  if (found.length > 1) {
    throw new CliError(
      'error',
      `${found.length} accounts are called ${text}.`,
      `Name one by its id: ${someOf(found.map((each) => each.id))}.`,
    );
  }
  if (!account)
    throw new CliError(
      'error',
      `The organization has no account ${text}.`,
      'Give its twelve digits, or its exact name.',
    );
  return account;
};
