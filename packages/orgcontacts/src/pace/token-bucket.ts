import type { Quota } from './quota.ts';

/** A bucket of tokens at a moment. Below zero means that calls have been promised their turn in the future. */
export interface TokenBucket {
  readonly quota: Quota;
  readonly tokens: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A bucket that nobody has used lately. */
export const fullBucket = (quota: Quota, now: number): TokenBucket => ({ quota, tokens: quota.burst, at: now });

/** The bucket as time fills it. */
export const refill = (bucket: TokenBucket, now: number): TokenBucket => {
  const elapsed = Math.max(0, now - bucket.at);
  const tokens = Math.min(bucket.quota.burst, bucket.tokens + (elapsed * bucket.quota.rate) / 1000);
  return { ...bucket, tokens, at: Math.max(now, bucket.at) };
};

/** Takes one token, now or later: the bucket afterwards, and how many milliseconds to wait before the call may go out. */
export const takeToken = (
  bucket: TokenBucket,
  now: number,
): { readonly bucket: TokenBucket; readonly wait: number } => {
  const filled = refill(bucket, now);
  const tokens = filled.tokens - 1;
  return { bucket: { ...filled, tokens }, wait: tokens >= 0 ? 0 : Math.ceil((-tokens * 1000) / filled.quota.rate) };
};

/** Goes on at another speed; what was saved up stays, as far as it fits. */
export const withQuota = (bucket: TokenBucket, quota: Quota, now: number): TokenBucket => {
  const filled = refill(bucket, now);
  return { ...filled, quota, tokens: Math.min(filled.tokens, quota.burst) };
};
