import type { Coverage, CoveredAccount, CoveredContact } from './coverage.ts';
import { type CoverageState, coverageStates } from './coverage-state.ts';

/** How many contacts are in each state. */
export type StateCounts = Readonly<Record<CoverageState, number>>;

/** Contacts that have something in common, counted. */
export interface Tally {
  readonly key: string;
  readonly contacts: number;
  readonly states: StateCounts;
}

/** Says what a contact is counted under; null when it is not counted. */
export type KeyOf = (account: CoveredAccount, contact: CoveredContact) => string | null;

/**
 * Counts contacts by what they have in common, sorted by it. Pure.
 *
 * @example
 * ```ts
 * import { type Coverage, tallyCoverage } from 'orgcontacts';
 *
 * const missingByType = (coverage: Coverage): readonly string[] =>
 *   tallyCoverage(coverage, (_, { type }) => type).map(({ key, states }) => `${key}: ${states.missing}`);
 * ```
 */
export const tallyCoverage = ({ accounts }: Coverage, keyOf: KeyOf): readonly Tally[] => {
  const counts = new Map<string, Record<CoverageState, number>>();
  for (const account of accounts)
    for (const contact of account.contacts) {
      const key = keyOf(account, contact);
      if (key === null) continue;
      const states = counts.get(key) ?? noneOf();
      states[contact.state] += 1;
      counts.set(key, states);
    }
  return [...counts]
    .map(([key, states]) => ({ key, contacts: Object.values(states).reduce((sum, count) => sum + count, 0), states }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
};

const noneOf = (): Record<CoverageState, number> =>
  // Every state has its key here.
  Object.fromEntries(coverageStates.map((state) => [state, 0])) as Record<CoverageState, number>;
