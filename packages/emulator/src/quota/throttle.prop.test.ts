import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitTables } from './quota-table.ts';
import { makeThrottle } from './throttle.ts';

const operations = Object.keys(limitTables.aws);

/** Calls of one account to one operation at any moments. */
const calls = fc.record({
  operation: fc.constantFrom(...operations),
  pauses: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3000 })), { minLength: 1, maxLength: 80 }),
});

describe('a quota', () => {
  it('lets through, in any interval, no more calls than its burst and what the time gives', () => {
    fc.assert(
      fc.property(calls, ({ operation, pauses }) => {
        const quota = limitTables.aws[operation]?.account ?? { rate: 0, burst: 0 };
        const throttle = makeThrottle('aws');
        let now = 0;
        const passed: number[] = [];
        for (const pause of pauses) {
          now += pause;
          if (throttle.allows(operation, '111122223333', undefined, now)) passed.push(now);
        }
        const intervals = passed.flatMap((start, from) =>
          passed.slice(from).map((end, more) => ({ count: more + 1, length: end - start })),
        );
        for (const { count, length } of intervals)
          expect(count).toBeLessThanOrEqual(quota.burst + (quota.rate * length) / 1000 + 1e-6);
      }),
      { numRuns: 150 },
    );
  });

  it('never refuses who keeps to its rate', () => {
    fc.assert(
      fc.property(fc.constantFrom(...operations), fc.integer({ min: 1, max: 100 }), (operation, count) => {
        const rate = limitTables.aws[operation]?.account.rate ?? 1;
        const throttle = makeThrottle('aws');
        for (let call = 0; call < count; call++)
          expect(throttle.allows(operation, '111122223333', undefined, (call * 1000) / rate)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('holds for the organization whichever accounts call', () => {
    const callers = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 400 })), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(callers, (sequence) => {
        const quota = limitTables.aws['ListRoots']?.organization ?? { rate: 0, burst: 0 };
        const throttle = makeThrottle('aws');
        let now = 0;
        let passed = 0;
        for (const [caller, pause] of sequence) {
          now += pause;
          if (throttle.allows('ListRoots', String(caller), 'o-exampleorgid', now)) passed++;
        }
        expect(passed).toBeLessThanOrEqual(quota.burst + (quota.rate * now) / 1000 + 1e-6);
      }),
      { numRuns: 100 },
    );
  });
});
