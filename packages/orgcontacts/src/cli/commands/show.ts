import { type ContactType, contactTypes } from '../../contact/contact-type.ts';
import type { ObservedAccount } from '../../org/observed-account.ts';
import type { OrgAccount } from '../../org/org.ts';
import type { ShownContact } from '../../report/report-parts.ts';
import { needsOf } from '../../resolve/needs-of.ts';
import { matchSelector } from '../../selector/match-selector.ts';
import type { CommandModule } from '../command.ts';
import { withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { type FilterOptions, selectorOf, withFilters } from '../filter-options.ts';
import { checkFilter } from '../live-plan.ts';
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
      const org = await readOrg(io, connection, needsOf({ assignments: [], exclude: [] }, selector));
      checkFilter(org, selector);
      const matched = org.accounts.map((account) => ({ account, match: matchSelector(selector, account) }));
      const observed = await readContacts(
        io,
        connection,
        matched.flatMap(({ account, match }) => (match.kind === 'yes' ? [{ accountId: account.id, types }] : [])),
      );
      await explainDenials(io, connection, observed);
      const rows = matched.flatMap(({ account, match }) => {
        if (match.kind === 'no') return [];
        // Whether the filter means it is unknown: listed, so that nobody takes the list for complete.
        const doubt = match.kind === 'unknown' ? { kind: 'unreadable' as const, failure: match.failure } : undefined;
        return types.map((type) => rowOf(account, type, doubt ?? contactOf(observed.get(account.id), type)));
      });
      printReport(io, { kind: 'show', rows }, options);
      const unknown = rows.some(({ observed: { kind } }) => kind === 'unreadable' || kind === 'unreachable');
      return unknown ? 'incomplete' : 'done';
    });
  },
};

const rowOf = (account: OrgAccount, type: ContactType, observed: ShownContact['observed']): ShownContact => ({
  accountId: account.id,
  accountName: account.name,
  state: account.state,
  type,
  observed,
});

const contactOf = (observed: ObservedAccount | undefined, type: ContactType): ShownContact['observed'] => {
  const contact = observed?.kind === 'unreachable' ? observed : observed?.byType[type];
  if (!contact) throw new Error(`A ${type} contact was asked for and not read.`);
  return contact;
};
