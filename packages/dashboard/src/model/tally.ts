import type { State } from './states.ts';
import { stateLooks } from './states.ts';
import type { SeenAccount } from './view.ts';

/** How many contacts are in each state. */
export type Counts = Record<State, number>;

/** No contact at all. */
const noCounts = (): Counts => {
  // Every state is in the list of looks.
  return Object.fromEntries(stateLooks.map(({ state }) => [state, 0])) as Counts;
};

/** Counts the contacts of accounts by state, of the types with these indexes. Pure. */
export const tally = (accounts: Iterable<SeenAccount>, types: readonly number[]): Counts => {
  const counts = noCounts();
  for (const { cells } of accounts)
    for (const type of types) {
      const state = cells[type]?.state;
      if (state) counts[state] += 1;
    }
  return counts;
};

/** How many contacts the policy decides about: all but those that it leaves alone. */
export const managedIn = (counts: Counts): number =>
  sum(counts) - counts.unmanaged - counts.excluded - counts['not-active'];

/** How many contacts there are. */
export const sum = (counts: Counts): number => stateLooks.reduce((total, { state }) => total + counts[state], 0);
