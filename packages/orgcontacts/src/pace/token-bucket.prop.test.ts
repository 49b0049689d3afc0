import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Quota } from './quota.ts';
import { fullBucket, takeToken } from './token-bucket.ts';

const quotas: fc.Arbitrary<Quota> = fc.record({
  rate: fc.integer({ min: 1, max: 400 }).map((tenths) => tenths / 10),
  burst: fc.integer({ min: 1, max: 30 }),
});

/** When calls that come at these times, and wait behind each other, go out. */
const turnsOf = (quota: Quota, comings: readonly number[]): readonly number[] => {
  let bucket = fullBucket(quota, 0);
  let now = 0;
  return comings.map((coming) => {
    now = Math.max(now, coming);
    for (let wait = Number.NaN; wait !== 0; now += wait) ({ bucket, wait } = takeToken(bucket, now));
    return now;
  });
};

const comings = fc
  .array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 60 })
  .map((pauses) => pauses.map((_, index) => pauses.slice(0, index + 1).reduce((sum, pause) => sum + pause, 0)));

it('never lets more than burst + rate * t calls out in any interval of t', () => {
  fc.assert(
    fc.property(quotas, comings, (quota, times) => {
      const turns = turnsOf(quota, times);
      turns.forEach((from, first) => {
        turns.slice(first).forEach((until, more) => {
          // Turns are whole milliseconds, rounded up, so an interval may seem shorter than it was by less than one.
          const allowed = quota.burst + (quota.rate * (until - from + 1)) / 1000;
          expect(more + 1).toBeLessThanOrEqual(allowed + 1e-6);
        });
      });
    }),
    { numRuns: 200 },
  );
});

it('makes nobody wait longer than that takes: the k-th of many simultaneous calls waits (k - burst) / rate', () => {
  fc.assert(
    fc.property(quotas, fc.integer({ min: 1, max: 80 }), (quota, calls) => {
      const turns = turnsOf(quota, new Array<number>(calls).fill(0));
      turns.forEach((turn, index) => {
        const exact = Math.max(0, ((index + 1 - quota.burst) / quota.rate) * 1000);
        expect(turn - exact).toBeGreaterThanOrEqual(-1e-6);
        // Waits are whole milliseconds, rounded up, and a full bucket saves nothing of that up.
        expect(turn - exact).toBeLessThan(index + 1 + 1e-6);
      });
    }),
    { numRuns: 200 },
  );
});

it('hands out turns in the order in which they were asked for', () => {
  fc.assert(
    fc.property(quotas, comings, (quota, times) => {
      const turns = turnsOf(quota, times);
      expect(turns).toEqual([...turns].sort((one, other) => one - other));
    }),
  );
});
