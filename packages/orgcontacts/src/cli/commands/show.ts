import { contactTypes } from '../../contact/contact-type.ts';
import type { ObservedAccount } from '../../org/observed-account.ts';
import type { OrgAccount } from '../../org/org.ts';
import type { ShownContact } from '../../report/report-parts.ts';
import { matchSelector } from '../../selector/match-selector.ts';
import type { CommandModule } from '../command.ts';
import { withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { type FilterOptions, selectorOf, withFilters } from '../filter-options.ts';
import { type OutputOptions, withOutput } from '../output-options.ts';
import { printReport } from '../print-report.ts';
import { explainDenials, readContacts, readOrg } from '../read-live.ts';

type ShowOptions = ConnectionOptions & FilterOptions & OutputOptions;

/** Lists live contacts, as they are, without a policy. */
export const show: CommandModule = {
  describe: (command) =>
    withOutput(withFilters(withConnection(command))).addHelpText(
      'after',
      `
Examples:
  orgcontacts show --type SECURITY
  orgcontacts show --ou Workloads/Prod --json

Exit status: 0, or 6 when a contact could not be read or reached.`,
    ),
  run: async ({ io, command }) => {
    const options = command.opts<ShowOptions>();
    const types = options.type ?? contactTypes;
    return withConnected(io, options, async (connection) => {
      const selector = selectorOf(options);
      const org = await readOrg(io, connection, options.tag !== undefined);
      const accounts = org.accounts.filter((account) => matchSelector(selector, account).kind === 'yes');
      const observed = await readContacts(
        io,
        connection,
        accounts.map(({ id }) => ({ accountId: id, types })),
      );
      await explainDenials(io, connection, observed);
      const rows = accounts.flatMap((account) => types.map((type) => rowOf(account, type, observed.get(account.id))));
      printReport(io, { kind: 'show', rows }, options);
      const unknown = rows.some(({ observed: { kind } }) => kind === 'unreadable' || kind === 'unreachable');
      return unknown ? 'incomplete' : 'done';
    });
  },
};

const rowOf = (
  account: OrgAccount,
  type: ShownContact['type'],
  observed: ObservedAccount | undefined,
): ShownContact => {
  const base = { accountId: account.id, accountName: account.name, state: account.state, type };
  if (observed?.kind === 'unreachable') return { ...base, observed };
  const contact = observed?.byType[type];
  if (!contact) throw new Error(`The ${type} contact of ${account.id} was not read.`);
  return { ...base, observed: contact };
};
