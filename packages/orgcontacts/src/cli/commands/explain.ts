import { type ContactType, contactTypes, parseContactType } from '../../contact/contact-type.ts';
import { isActive } from '../../org/org.ts';
import { CliError } from '../cli-error.ts';
import type { CommandModule } from '../command.ts';
import { withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import type { ExitReason } from '../exit-code.ts';
import { explainContact } from '../explain-contact.ts';
import { findAccount } from '../find-account.ts';
import { lookedAt } from '../live-plan.ts';
import { loadPolicy } from '../load-policy.ts';
import { type OutputOptions, type PolicyOption, withOutput, withPolicy } from '../output-options.ts';
import { printReport } from '../print-report.ts';
import { readContacts, readOrg } from '../read-live.ts';

type ExplainOptions = ConnectionOptions & OutputOptions & PolicyOption;

/** Says why an account has, or gets, the contact it does. */
export const explain: CommandModule = {
  describe: (command) =>
    withOutput(withConnection(withPolicy(command)))
      .argument('<account>', 'twelve digits, or the exact name of the account')
      .argument('[type]', `${contactTypes.join(', ')}; all three when left out`)
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts explain 111122223333
  orgcontacts explain 111122223333 SECURITY`,
      ),
  run: async ({ io, args, command }): Promise<ExitReason> => {
    const options = command.opts<ExplainOptions>();
    const [name = '', typeText] = args;
    const types = typeText === undefined ? contactTypes : [readType(typeText)];
    const { policy } = await loadPolicy(io, options.policy);
    return withConnected<ExitReason>(io, options, async (connection) => {
      const org = await readOrg(io, connection, { tags: lookedAt([...policy.assignments, ...policy.exclude]).tags });
      const account = findAccount(org, name);
      const wanted = isActive(account) ? [{ accountId: account.id, types }] : [];
      const observed = (await readContacts(io, connection, wanted)).get(account.id);
      const explained = types.map((type) => explainContact(policy, account, type, observed));
      printReport(io, { kind: 'explain', explained }, options);
      return 'done';
    });
  },
};

const readType = (text: string): ContactType => {
  const type = parseContactType(text);
  if (type === undefined)
    throw new CliError('error', `${text} is no contact type.`, `Expected one of ${contactTypes.join(', ')}.`);
  return type;
};
