import { expect, it } from 'vitest';
import type { Quota } from './quota.ts';
import { fullBucket, refill, takeToken, withQuota } from './token-bucket.ts';

const quota: Quota = { rate: 5, burst: 8 };

/** The waits of so many calls that all come at the same moment. */
const waitsOf = (calls: number, from = fullBucket(quota, 0)) => {
  let bucket = from;
  return Array.from({ length: calls }, () => {
    const taken = takeToken(bucket, 0);
    bucket = taken.bucket;
    return taken.wait;
  });
};

it('lets a whole burst out at once and then one call every 1/rate seconds', () => {
  expect(waitsOf(11)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 200, 400, 600]);
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

it('makes new calls wait at the new pace, behind those that were promised a turn at the old one', () => {
  const promised = { quota, tokens: -2, at: 0 };
  expect(takeToken(withQuota(promised, { rate: 1, burst: 8 }, 0), 0).wait).toBe(3_000);
});
