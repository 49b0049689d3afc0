/** Tokens a second, and how many can be saved up. */
export interface Quota {
  readonly rate: number;
  readonly burst: number;
}

/** A bucket at a moment in milliseconds. */
export interface TokenBucket {
  tokens: number;
  at: number;
}

/** Tokens are added in floating point: a bucket one billionth short of a token has one. */
const roundingError = 1e-9;

/** Takes a token if there is one; changes the bucket. */
export const takeToken = (bucket: TokenBucket, { rate, burst }: Quota, now: number): boolean => {
  bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) * rate) / 1000);
  bucket.at = Math.max(bucket.at, now);
  if (bucket.tokens < 1 - roundingError) return false;
  bucket.tokens -= 1;
  return true;
};
