import { type ContactType, contactTypes } from '../contact/contact-type.ts';
import type { ObservedAccount } from '../org/observed-account.ts';
import { type OrgAccount, unitOf } from '../org/org.ts';
import type { ShownContact } from '../report/report-parts.ts';
import { needsOf } from '../resolve/needs-of.ts';
import { matchSelector } from '../selector/match-selector.ts';
import type { Connection } from './connect.ts';
import { type FilterOptions, selectorOf } from './filter-options.ts';
import type { Io } from './io.ts';
import { checkFilter } from './live-plan.ts';
import { explainDenials, readContacts, readOrg } from './read-live.ts';

/** Which rows, and whether somebody wants to see the paths of units. */
export interface RowsWanted {
  readonly filters: FilterOptions;
  readonly paths: boolean;
}

/** Reads the live contacts of the accounts that the filters mean, a row for each account and contact type. */
export const readRows = async (
  io: Io,
  connection: Connection,
  { filters, paths }: RowsWanted,
): Promise<readonly ShownContact[]> => {
  const types = filters.type ?? contactTypes;
  const selector = selectorOf(filters);
  const { units, ...needs } = needsOf({ assignments: [], exclude: [] }, selector);
  const org = await readOrg(io, connection, paths ? needs : { ...needs, units });
  checkFilter(org, selector);
  const matched = org.accounts.map((account) => ({ account, match: matchSelector(selector, account) }));
  const observed = await readContacts(
    io,
    connection,
    matched.flatMap(({ account, match }) => (match.kind === 'yes' ? [{ accountId: account.id, types }] : [])),
  );
  await explainDenials(io, connection, observed);
  return matched.flatMap(({ account, match }) => {
    if (match.kind === 'no') return [];
    // Whether the filter means it is unknown: listed, so that nobody takes the list for complete.
    const doubt = match.kind === 'unknown' ? { kind: 'unreadable' as const, failure: match.failure } : undefined;
    return types.map((type) => rowOf(account, type, doubt ?? contactOf(observed.get(account.id), type)));
  });
};

/** Whether something of what was asked for is not known. */
export const isUnknown = ({ observed: { kind } }: ShownContact): boolean =>
  kind === 'unreadable' || kind === 'unreachable';

const rowOf = (account: OrgAccount, type: ContactType, observed: ShownContact['observed']): ShownContact => ({
  accountId: account.id,
  accountName: account.name,
  unit: unitOf(account)?.path ?? unitOf(account)?.id ?? '',
  state: account.state,
  type,
  observed,
});

const contactOf = (observed: ObservedAccount | undefined, type: ContactType): ShownContact['observed'] => {
  const contact = observed?.kind === 'unreachable' ? observed : observed?.byType[type];
  if (!contact) throw new Error(`A ${type} contact was asked for and not read.`);
  return contact;
};
