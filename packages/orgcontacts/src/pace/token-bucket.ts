import type { Quota } from './quota.ts';

/** A bucket of tokens at a moment. */
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

/** Tokens are added in floating point: a bucket one billionth short of a token has one. */
const roundingError = 1e-9;

/** Takes one token if there is one; otherwise says in how many whole milliseconds there will be. */
export const takeToken = (
  bucket: TokenBucket,
  now: number,
): { readonly bucket: TokenBucket; readonly wait: number } => {
  const filled = refill(bucket, now);
  const missing = 1 - filled.tokens;
  return missing <= roundingError
    ? { bucket: { ...filled, tokens: filled.tokens - 1 }, wait: 0 }
    : { bucket: filled, wait: Math.max(1, Math.ceil(((missing - roundingError) * 1000) / filled.quota.rate)) };
};

/** Goes on at another speed; what was saved up stays, as far as it fits. */
export const withQuota = (bucket: TokenBucket, quota: Quota, now: number): TokenBucket => {
  const filled = refill(bucket, now);
  return { ...filled, quota, tokens: Math.min(filled.tokens, quota.burst) };
};
