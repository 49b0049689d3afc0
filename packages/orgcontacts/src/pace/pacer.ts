import type { Clock } from './clock.ts';
import type { Calls } from './forecast.ts';
import type { Quota } from './quota.ts';
import type { QuotaTable } from './quota-table.ts';
import { fullBucket, refill, type TokenBucket, takeToken, withQuota } from './token-bucket.ts';

/** Lets calls out at the pace of their quotas, one bucket per operation. */
export interface Pacer {
  /** Waits for the operation's turn; rejects with the signal's reason when it is aborted meanwhile. */
  turn(operation: string, signal?: AbortSignal): Promise<void>;
  /** AWS said 429 all the same: somebody else uses the bucket too. Halves the pace at once. */
  throttled(operation: string): void;
  /** A call went through: after a pause without 429 the pace recovers slowly. */
  passed(operation: string): void;
  /** How long so many more calls of each operation take at least, in milliseconds, with the buckets as they are now. */
  forecast(calls: Calls): number;
}

/**
 * One token of every burst is kept back: calls that leave evenly arrive unevenly, and AWS counts arrivals. It costs one tick in a
 * run and covers a jitter of 1/rate seconds. Own choice; the benchmark counts the 429s that it avoids.
 */
const keptBack = 1;
/** Never slower than this share of the quota: the deadline of each call is what gives up. Own choice. */
const slowest = 1 / 32;
/** How much of the full pace comes back per second without a 429. Own choice: a full recovery takes 20 s. */
const recoveryPerSecond = 0.05;

interface Lane {
  readonly full: Quota;
  bucket: TokenBucket;
  /** The share of the full pace that is in use, from `slowest` to 1. */
  share: number;
  changedAt: number;
}

/** Makes a pacer from a table of quotas; operations that it does not list are not held back. */
export const makePacer = (quotas: QuotaTable, clock: Clock): Pacer => {
  const lanes = new Map<string, Lane>();
  const laneOf = (operation: string): Lane | undefined => {
    const quota = quotas[operation];
    const known = lanes.get(operation);
    if (known || !quota) return known;
    const full = { rate: quota.rate, burst: Math.max(1, quota.burst - keptBack) };
    const lane: Lane = { full, bucket: fullBucket(full, clock.now()), share: 1, changedAt: clock.now() };
    lanes.set(operation, lane);
    return lane;
  };
  const setShare = (lane: Lane, share: number): void => {
    lane.share = share;
    lane.changedAt = clock.now();
    lane.bucket = withQuota(lane.bucket, { rate: lane.full.rate * share, burst: lane.full.burst }, clock.now());
  };
  const timeFor = (lane: Lane | undefined, count: number): number => {
    if (!lane || count === 0) return 0;
    const { tokens, quota } = refill(lane.bucket, clock.now());
    return Math.max(0, ((count - tokens) * 1000) / quota.rate);
  };
  return {
    turn: async (operation, signal) => {
      signal?.throwIfAborted();
      const lane = laneOf(operation);
      if (!lane) return;
      const { bucket, wait } = takeToken(lane.bucket, clock.now());
      lane.bucket = bucket;
      if (wait > 0) await clock.sleep(wait, signal);
    },
    throttled: (operation) => {
      const lane = laneOf(operation);
      if (!lane) return;
      setShare(lane, Math.max(slowest, lane.share / 2));
      // What we believed to be saved up is evidently gone.
      lane.bucket = { ...lane.bucket, tokens: Math.min(0, lane.bucket.tokens) };
    },
    passed: (operation) => {
      const lane = laneOf(operation);
      if (!lane || lane.share === 1) return;
      const seconds = (clock.now() - lane.changedAt) / 1000;
      if (seconds >= 1) setShare(lane, Math.min(1, lane.share + seconds * recoveryPerSecond));
    },
    forecast: (calls) =>
      Math.max(0, ...Object.entries(calls).map(([operation, count]) => timeFor(laneOf(operation), count))),
  };
};
