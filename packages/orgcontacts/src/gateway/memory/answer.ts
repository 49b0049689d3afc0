import { type Failure, failed, type Result } from '../../failure/failure.ts';
import type { Clock } from '../../pace/clock.ts';
import type { QuotaTable } from '../../pace/quota-table.ts';
import { fullBucket, type TokenBucket, takeToken } from '../../pace/token-bucket.ts';

/** Answers one call: counts it, and lets weather have its say before the world is asked. */
export type Answer = <Value>(operation: string, subject: string, use: () => Result<Value>) => Promise<Result<Value>>;

/** One call as the memory gateway saw it. */
export interface MemoryCall {
  readonly operation: string;
  /** The account, unit or resource that it was about; empty for none. */
  readonly subject: string;
  readonly at: number;
  readonly outcome: 'ok' | Failure['kind'];
}

/** The weather of a world in memory. */
export interface Weather {
  readonly clock?: Clock;
  /** Refuses calls beyond these, as AWS does; without a table nothing is refused. Needs a clock. */
  readonly quotas?: QuotaTable;
  /** Milliseconds from request to answer; the world is asked half way. */
  readonly latency?: number;
  /** Remembers no calls: for simulations of runs so long that the memory would be the log's. */
  readonly forgetsCalls?: boolean;
  /** A failure instead of an answer, by operation and subject. */
  readonly fail?: (operation: string, subject: string) => Failure | undefined;
}

/** Makes the function through which every call of a memory gateway goes, and the log that it keeps. */
export const makeAnswer = (weather: Weather): { readonly answer: Answer; readonly calls: readonly MemoryCall[] } => {
  const { clock, quotas = {}, latency = 0, forgetsCalls = false, fail } = weather;
  const buckets = new Map<string, TokenBucket>();
  const calls: MemoryCall[] = [];
  const isOverQuota = (operation: string): boolean => {
    const quota = quotas[operation];
    if (!quota || !clock) return false;
    const { bucket, wait } = takeToken(buckets.get(operation) ?? fullBucket(quota, clock.now()), clock.now());
    buckets.set(operation, bucket);
    return wait > 0;
  };
  const resultOf = <Value>(operation: string, subject: string, use: () => Result<Value>): Result<Value> => {
    const failure = isOverQuota(operation) ? throttled(operation) : fail?.(operation, subject);
    return failure ? failed(failure) : use();
  };
  const answer: Answer = async (operation, subject, use) => {
    if (latency > 0) await clock?.sleep(latency / 2);
    const result = resultOf(operation, subject, use);
    const outcome = result.kind === 'ok' ? 'ok' : result.failure.kind;
    if (!forgetsCalls) calls.push({ operation, subject, at: clock?.now() ?? 0, outcome });
    if (latency > 0) await clock?.sleep(latency / 2);
    return result;
  };
  return { answer, calls };
};

const throttled = (operation: string): Failure => ({
  kind: 'throttled',
  operation,
  code: 'TooManyRequestsException',
  message: 'Too Many Requests',
  status: 429,
});
