import { parseAccountId } from '../../contact/account-id.ts';
import { type ContactType, contactTypes, parseContactType } from '../../contact/contact-type.ts';
import { isActive } from '../../org/org.ts';
import type { Policy } from '../../policy/policy.ts';
import { needsOf } from '../../resolve/needs-of.ts';
import { isTouched } from '../../resolve/resolution.ts';
import { resolve } from '../../resolve/resolve.ts';
import { describeSelector } from '../../selector/describe-selector.ts';
import { matchSelector } from '../../selector/match-selector.ts';
import { CliError } from '../cli-error.ts';
import type { CommandModule } from '../command.ts';
import { type Connection, withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import type { ExitReason } from '../exit-code.ts';
import { explainContact, explainType } from '../explain-contact.ts';
import { type FilterOptions, selectorOf, withFilters } from '../filter-options.ts';
import { findAccount } from '../find-account.ts';
import type { Io } from '../io.ts';
import { checkFilter, stopAtUnits } from '../live-plan.ts';
import { type LoadedPolicy, loadPolicy } from '../load-policy.ts';
import { type OutputOptions, type PolicyOptions, withOutput, withPolicy } from '../output-options.ts';
import { printReport } from '../print-report.ts';
import { readContacts, readOrg } from '../read-live.ts';

type ExplainOptions = ConnectionOptions & FilterOptions & OutputOptions & PolicyOptions;

/** Says why an account has, or gets, the contact it does; or which assignments are in force where. */
export const explain: CommandModule = {
  describe: (command) =>
    withOutput(withFilters(withConnection(withPolicy(command))))
      .argument('[account]', 'twelve digits, or the exact name of the account; without it, the assignments in force')
      .argument('[type]', `${contactTypes.join(', ')}; all three when left out`)
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts explain 111122223333
  orgcontacts explain 111122223333 SECURITY
  orgcontacts explain                          which assignments decide, and in how many accounts
  orgcontacts explain --ou Workloads/Prod      the same for one unit`,
      ),
  run: async ({ io, args, command }): Promise<ExitReason> => {
    const options = command.opts<ExplainOptions>();
    const [name, typeText] = args;
    const types = typeText === undefined ? (options.type ?? contactTypes) : [readType(typeText)];
    const loaded = await loadPolicy(io, options);
    return withConnected<ExitReason>(io, options, (connection) =>
      name === undefined
        ? explainForce(io, connection, loaded, types, options)
        : explainAccount(io, connection, { policy: loaded.policy, name, types }, options),
    );
  },
};

interface Question {
  readonly policy: Policy;
  readonly name: string;
  readonly types: readonly ContactType[];
}

const explainAccount = async (
  io: Io,
  connection: Connection,
  { policy, name, types }: Question,
  options: ExplainOptions,
): Promise<ExitReason> => {
  if (options.account ?? options.ou ?? options.tag)
    throw new CliError('error', 'One account is explained at a time.', 'Leave the filters out, or the account.');
  const { tags, names } = needsOf(policy);
  // All paths: the answer says in which unit the account is.
  const org = await readOrg(io, connection, { tags, names: names || parseAccountId(name) === undefined });
  const account = findAccount(org, name);
  const wanted = isActive(account) ? [{ accountId: account.id, types }] : [];
  const observed = (await readContacts(io, connection, wanted)).get(account.id);
  const explained = types.map((type) => explainContact(policy, account, type, observed));
  printReport(io, { kind: 'explain', explained }, options);
  return 'done';
};

const explainForce = async (
  io: Io,
  connection: Connection,
  loaded: LoadedPolicy,
  types: readonly ContactType[],
  options: ExplainOptions,
): Promise<ExitReason> => {
  const { policy } = loaded;
  const selector = selectorOf(options);
  // All paths: the answer says where.
  const { tags, names } = needsOf(policy, selector);
  const org = await readOrg(io, connection, { tags, names });
  stopAtUnits(io, loaded, org);
  checkFilter(org, selector);
  const resolutions = resolve(policy, org).filter(({ account }) => matchSelector(selector, account).kind !== 'no');
  const counted = resolutions.filter(isTouched).length;
  const isAll = selector.every(({ kind }) => kind === 'all');
  const explained = types.map((type) => explainType(policy, resolutions, type));
  printReport(
    io,
    {
      kind: 'in-force',
      scope: isAll ? 'the whole organization' : describeSelector(selector),
      accounts: counted,
      excluded: resolutions.length - counted,
      types: explained,
    },
    options,
  );
  return explained.some(({ unresolved }) => unresolved > 0) ? 'incomplete' : 'done';
};

const readType = (text: string): ContactType => {
  const type = parseContactType(text);
  if (type === undefined)
    throw new CliError('error', `${text} is no contact type.`, `Expected one of ${contactTypes.join(', ')}.`);
  return type;
};
