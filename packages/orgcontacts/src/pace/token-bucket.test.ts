import { expect, it } from 'vitest';
import type { Quota } from './quota.ts';
import { fullBucket, refill, takeToken, withQuota } from './token-bucket.ts';

const quota: Quota = { rate: 5, burst: 8 };

it('gives a whole burst at once, and then says when the next token is there', () => {
  let bucket = fullBucket(quota, 0);
  const waits = Array.from({ length: 10 }, () => {
    const taken = takeToken(bucket, 0);
    bucket = taken.bucket;
    return taken.wait;
  });
  expect(waits).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 200, 200]);
  expect(takeToken(bucket, 199).wait).toBe(1);
  expect(takeToken(bucket, 200).wait).toBe(0);
});

it('never saves up more than the burst, however long nobody calls', () => {
  expect(refill({ quota, tokens: 0, at: 0 }, 3_600_000).tokens).toBe(8);
});

it('gives a part of a token for a part of its time', () => {
  expect(refill({ quota, tokens: 0, at: 0 }, 100).tokens).toBe(0.5);
});

it('gives nothing for time that runs backwards', () => {
  expect(refill({ quota, tokens: 1, at: 1_000 }, 500)).toEqual({ quota, tokens: 1, at: 1_000 });
});

it('keeps what was saved up when the pace changes, as far as it fits', () => {
  expect(withQuota(fullBucket(quota, 0), { rate: 1, burst: 20 }, 0).tokens).toBe(8);
  expect(withQuota(fullBucket(quota, 0), { rate: 1, burst: 3 }, 0).tokens).toBe(3);
});

it('lets calls wait at the new pace once it has changed', () => {
  expect(takeToken(withQuota({ quota, tokens: 0, at: 0 }, { rate: 1, burst: 8 }, 0), 0).wait).toBe(1_000);
});
