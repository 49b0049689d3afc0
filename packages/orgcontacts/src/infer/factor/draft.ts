import { makeFewestParts } from './fewest-parts.ts';
import { type Cover, makeGreedyCover, type Needs } from './greedy-cover.ts';
import { priceState } from './price.ts';
import { pricesOf } from './prices.ts';
import type { State } from './state.ts';

/** A state under change: changes are made, then kept if the whole gets cheaper by them, and taken back otherwise. */
export interface Draft {
  readonly state: State;
  readonly cover: Cover;
  readonly put: (slot: number, label: number) => void;
  /** How many changes are neither kept nor taken back. */
  readonly pending: () => number;
  /** Takes changes back, the last one first, until only so many are pending. */
  readonly takeBack: (pending: number) => void;
  /** Keeps the pending changes if they make the whole cheaper; otherwise takes them back. */
  readonly settle: () => void;
  /** Keeps the pending changes, whatever they cost. */
  readonly keep: () => void;
  readonly price: () => number;
  /** Counts work that was done. */
  readonly work: (amount: number) => void;
  /** Grants more work. */
  readonly grant: (amount: number) => void;
  /** Whether the work that was granted is done; then nothing gets cheaper any more. */
  readonly isSpent: () => boolean;
}

/** Begins a draft. Work, unlike time, is the same on every machine: its bound sees to it that no organization takes forever. */
export const makeDraft = (state: State, granted: number): Draft => {
  const greedy = makeGreedyCover(state.model.table);
  const slots: number[] = [];
  const before: number[] = [];
  const tried = new Set<string>();
  let left = granted;
  const cover: Cover = (needs) => {
    left -= workOfCover(needs);
    return greedy(needs);
  };
  const prices = pricesOf(state.model);
  const fewest = makeFewestParts(state.model.table);
  const fewestParts = (needs: Needs): number => {
    left -= workOfCount(needs);
    return fewest(needs);
  };
  const evaluate = (limit?: number): number => {
    left -= workOfLook(state);
    return priceState(state, { prices, cover, fewestParts }, limit);
  };
  let price = evaluate();
  const takeBack = (pending: number): void => {
    while (slots.length > pending) state.set(slots.pop() ?? 0, before.pop() ?? 0);
  };
  const keep = (now: number): void => {
    price = now;
    tried.clear();
    slots.length = 0;
    before.length = 0;
  };
  const put = (slot: number, label: number): void => {
    const old = state.values[slot] ?? -1;
    if (old === label) return;
    slots.push(slot);
    before.push(old);
    left -= workOfChange + state.sizeOf(Math.floor(slot / 3));
    state.set(slot, label);
  };
  /** Whether the pending changes were not yet tried since the last ones were kept. */
  const isNew = (): boolean => {
    if (slots.length > mostRemembered) return true;
    const key = slots.map((slot) => `${slot} ${state.values[slot]}`).join();
    if (tried.has(key)) return false;
    tried.add(key);
    return true;
  };
  const settle = (): void => {
    if (slots.length === 0) return;
    const now = left > 0 && isNew() ? evaluate(price) : price;
    if (now < price - roundingError) keep(now);
    else takeBack(0);
  };
  return {
    state,
    cover,
    put,
    pending: () => slots.length,
    takeBack,
    settle,
    keep: () => keep(evaluate()),
    price: () => price,
    work: (amount) => {
      left -= amount;
    },
    grant: (amount) => {
      left += amount;
    },
    isSpent: () => left <= 0,
  };
};

/** A need takes part in as many parts as there are domains, and each of them is looked at a few times. */
const workOfCover = ({ triples }: Needs): number => triples.length * 24;
const workOfCount = ({ triples }: Needs): number => triples.length * 6;
const workOfLook = ({ values, model }: State): number => values.length + model.triples;
const workOfChange = 8;

/** Changes that are larger than this are few, and long to remember. */
const mostRemembered = 64;

/** Prices are added in floating point. */
const roundingError = 1e-9;
