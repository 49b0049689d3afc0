import type { Cover, Needs } from './greedy-cover.ts';
import type { Prices } from './prices.ts';
import { ownTypes, tagNeeds, unitNeeds } from './seat-needs.ts';
import type { State } from './state.ts';

/** What a state is priced with. */
export interface Yardstick {
  readonly prices: Prices;
  readonly cover: Cover;
  /** How many parts there must be at least. */
  readonly fewestParts: (needs: Needs) => number;
}

/**
 * Prices a state: one for each assignment that it comes to, and a little for what is in them. As soon as the price is sure not to be
 * below the limit, the limit is the answer.
 */
export const priceState = (
  state: State,
  { prices, cover, fewestParts }: Yardstick,
  limit = Number.POSITIVE_INFINITY,
): number => {
  const units = unitNeeds(state);
  const tags = tagNeeds(state);
  const accounts = state.accountNeeds();
  const members =
    units.seats.length * prices.unit + tags.seats.length * prices.tag + state.exceptions() * prices.account;
  const all = priceOfAll(state, prices);
  const fewestLists = fewestParts(accounts);
  if (all + members + fewestLists >= limit) return limit;
  const seats = all + members + cover(units).length + cover(tags).length;
  return seats + fewestLists >= limit ? limit : seats + cover(accounts).length;
};

const priceOfAll = (state: State, { root }: Prices): number => {
  const one = (type: number): number => root[type]?.[state.values[type] ?? 0] ?? 0;
  return (ownTypes(state, 0) === 0 ? 0 : 1) + one(0) + one(1) + one(2);
};
