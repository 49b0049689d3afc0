import { type AccountId, parseAccountId } from '../contact/account-id.ts';
import type { WatchPace } from './watch-pace.ts';
import type { WatchState } from './watch-state.ts';

/** What is to be done now. */
export interface Decision {
  /** Whether everything is to be looked at. */
  readonly sweep: boolean;
  /** The accounts to look at, those that wait longest first. */
  readonly accounts: readonly AccountId[];
  /** When to decide again if nothing happens before, in milliseconds since the epoch. */
  readonly until: number;
}

/**
 * Decides which accounts to look at now, and whether to look at everything. `now` is in milliseconds since the epoch. Pure.
 *
 * @example
 * ```ts
 * import { decide, type WatchState, watchPace } from 'orgcontacts';
 *
 * const sleepFor = (state: WatchState, now: number): number => decide(state, now, watchPace).until - now;
 * ```
 */
export const decide = ({ waiting, swept }: WatchState, now: number, { every }: WatchPace): Decision => {
  const entries = Object.entries(waiting).flatMap(([text, each]) => {
    const id = parseAccountId(text);
    return id === undefined ? [] : [{ id, ...each }];
  });
  const nextSweep = swept === null ? now : swept + every;
  const later = entries.filter(({ due }) => due > now).map(({ due }) => due);
  return {
    sweep: nextSweep <= now,
    accounts: entries
      .filter(({ due }) => due <= now)
      .toSorted((one, other) => one.due - other.due || (one.id < other.id ? -1 : 1))
      .map(({ id }) => id),
    until: Math.min(nextSweep <= now ? now + every : nextSweep, ...later),
  };
};
