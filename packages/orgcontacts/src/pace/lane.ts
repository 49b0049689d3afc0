import type { Clock } from './clock.ts';
import type { Quota } from './quota.ts';
import { fullBucket, refill, type TokenBucket, takeToken, withQuota } from './token-bucket.ts';

/** The calls of one operation, one behind the other. */
export interface Lane {
  /** Resolves when it is this call's turn; rejects with the signal's reason, and gives its place up, when it is aborted before. */
  turn(signal?: AbortSignal): Promise<void>;
  /** Halves the pace, unless it was halved after the turn of the call that was refused. */
  halve(turnAt: number): void;
  /** Gives a part of the pace back, once a second at most. */
  recover(): void;
  /** How long so many more calls take at least, in milliseconds, behind those that wait already. */
  timeFor(count: number): number;
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

/** Makes a lane that begins with a full bucket. */
export const makeLane = (quota: Quota, clock: Clock): Lane => {
  const full = { rate: quota.rate, burst: Math.max(1, quota.burst - keptBack) };
  let bucket: TokenBucket = fullBucket(full, clock.now());
  /** The share of the full pace that is in use, from `slowest` to 1. */
  let share = 1;
  let changedAt = clock.now();
  let halvedAt = Number.NEGATIVE_INFINITY;
  const waiting = new Set<() => void>();
  /** Ends the sleep until the next token; there while calls are being let out. */
  let nap: AbortController | undefined;

  const setShare = (next: number): void => {
    share = next;
    changedAt = clock.now();
    bucket = withQuota(bucket, { rate: full.rate * share, burst: full.burst }, clock.now());
  };

  /** Lets waiting calls out as tokens come; what each waits for is decided anew, so that a new pace holds for all. */
  const letOut = async (): Promise<void> => {
    const own = new AbortController();
    nap = own;
    for (let [next] = waiting; next && nap === own; [next] = waiting) {
      const taken = takeToken(bucket, clock.now());
      bucket = taken.bucket;
      if (taken.wait > 0) await clock.sleep(taken.wait, own.signal).catch(() => {});
      else {
        waiting.delete(next);
        next();
      }
    }
    if (nap === own) nap = undefined;
  };

  /** Nobody waits any more: a process that ends must not wait for the next token. */
  const rest = (): void => {
    nap?.abort();
    nap = undefined;
  };

  return {
    turn: (signal) =>
      new Promise((resolve, reject) => {
        const giveUp = () => {
          waiting.delete(goOn);
          if (waiting.size === 0) rest();
          reject(signal?.reason);
        };
        const goOn = () => {
          signal?.removeEventListener('abort', giveUp);
          resolve();
        };
        signal?.addEventListener('abort', giveUp, { once: true });
        waiting.add(goOn);
        if (!nap) void letOut();
      }),
    halve: (turnAt) => {
      if (turnAt < halvedAt) return;
      halvedAt = clock.now();
      setShare(Math.max(slowest, share / 2));
      // What we believed to be saved up is evidently gone.
      bucket = { ...bucket, tokens: Math.min(0, bucket.tokens) };
    },
    recover: () => {
      if (share === 1) return;
      const seconds = (clock.now() - changedAt) / 1000;
      if (seconds >= 1) setShare(Math.min(1, share + seconds * recoveryPerSecond));
    },
    timeFor: (count) => {
      const { tokens, quota: now } = refill(bucket, clock.now());
      return count === 0 ? 0 : Math.max(0, ((count + waiting.size - tokens) * 1000) / now.rate);
    },
  };
};
