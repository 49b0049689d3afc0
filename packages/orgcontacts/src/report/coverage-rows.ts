import type { Coverage, CoveredAccount, CoveredContact } from '../coverage/coverage.ts';
import type { CoverageState } from '../coverage/coverage-state.ts';

/** One contact of one account: a row of every table. */
export interface CoverageRow {
  readonly account: CoveredAccount;
  readonly contact: CoveredContact;
}

/** The contacts of a coverage as rows, by account id and contact type. */
export const coverageRows = ({ accounts }: Coverage): readonly CoverageRow[] =>
  accounts.flatMap((account) => account.contacts.map((contact) => ({ account, contact })));

const gaps = new Set<CoverageState>(['missing', 'wrong-value', 'unwanted', 'unreadable', 'unreachable', 'unresolved']);

/** Whether a person should look at it: something differs from the policy, or is not known. */
export const isGap = ({ contact }: CoverageRow): boolean => gaps.has(contact.state);
