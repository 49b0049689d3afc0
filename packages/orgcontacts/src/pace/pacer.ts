import type { Clock } from './clock.ts';
import type { Calls } from './forecast.ts';
import { type Lane, makeLane } from './lane.ts';
import type { QuotaTable } from './quota-table.ts';

/** Lets calls out at the pace of their quotas, one bucket per operation. */
export interface Pacer {
  /** Waits for the operation's turn and gives its moment; rejects with the signal's reason when it is aborted meanwhile. */
  turn(operation: string, signal?: AbortSignal): Promise<number>;
  /**
   * AWS said 429 all the same to a call whose turn came at that moment: somebody else uses the bucket too. Halves the pace at once;
   * further 429s of calls that were under way by then tell nothing new.
   */
  throttled(operation: string, turnAt: number): void;
  /** A call went through: after a pause without 429 the pace recovers slowly. */
  passed(operation: string): void;
  /** How long so many more calls of each operation take at least, in milliseconds, with the buckets as they are now. */
  forecast(calls: Calls): number;
}

/**
 * Makes a pacer from a table of quotas; operations that it does not list are not held back.
 *
 * @example
 * ```ts
 * import { makePacer, realClock } from 'orgcontacts';
 *
 * const pacer = makePacer({ 'account:PutAlternateContact': { rate: 5, burst: 8 } }, realClock);
 * await pacer.turn('account:PutAlternateContact');
 * ```
 */
export const makePacer = (quotas: QuotaTable, clock: Clock): Pacer => {
  const lanes = new Map<string, Lane>();
  const laneOf = (operation: string): Lane | undefined => {
    const quota = quotas[operation];
    const known = lanes.get(operation);
    if (known || !quota) return known;
    const lane = makeLane(quota, clock);
    lanes.set(operation, lane);
    return lane;
  };
  return {
    turn: async (operation, signal) => {
      signal?.throwIfAborted();
      await laneOf(operation)?.turn(signal);
      return clock.now();
    },
    throttled: (operation, turnAt) => laneOf(operation)?.halve(turnAt),
    passed: (operation) => laneOf(operation)?.recover(),
    forecast: (calls) =>
      Math.max(0, ...Object.entries(calls).map(([operation, count]) => laneOf(operation)?.timeFor(count) ?? 0)),
  };
};
