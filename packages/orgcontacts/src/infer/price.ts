import type { Cover, Needs } from './greedy-cover.ts';
import { ownTypes, tagNeeds, unitNeeds } from './seat-needs.ts';
import type { State } from './state.ts';

/**
 * What a member of a list costs, in assignments: so little that fewer assignments are nearly always cheaper, and enough that what a unit
 * shares becomes an assignment for the unit.
 */
export const memberPrices = { account: 0.02, unit: 0.004, tag: 0.006 };

/** What a state is priced with. */
export interface Yardstick {
  readonly cover: Cover;
  /** How many parts there must be at least. */
  readonly fewestParts: (needs: Needs) => number;
}

/**
 * Prices a state: one for each assignment that it comes to, and a little for each member of a list. As soon as the price is sure not to
 * be below the limit, the limit is the answer.
 */
export const priceState = (
  state: State,
  { cover, fewestParts }: Yardstick,
  limit = Number.POSITIVE_INFINITY,
): number => {
  const units = unitNeeds(state);
  const tags = tagNeeds(state);
  const accounts = state.accountNeeds();
  const all = ownTypes(state, 0) === 0 ? 0 : 1;
  const members =
    units.seats.length * memberPrices.unit +
    tags.seats.length * memberPrices.tag +
    state.exceptions() * memberPrices.account;
  const fewestLists = fewestParts(accounts);
  if (all + members + fewestLists >= limit) return limit;
  const seats = all + cover(units).length + cover(tags).length;
  if (seats + members + fewestLists >= limit) return limit;
  return seats + members + cover(accounts).length;
};
