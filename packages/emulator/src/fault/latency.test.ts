import { describe, expect, it } from 'vitest';
import { isLatency, makeLatency, parseLatency } from './latency.ts';

const waits = (choice: Parameters<typeof makeLatency>[0], seed: number): readonly number[] => {
  const next = makeLatency(choice, seed);
  return Array.from({ length: 500 }, () => next());
};

describe('a latency', () => {
  it.each([
    ['0', 0],
    ['50', 50],
    ['60000', 60_000],
    ['20-80', [20, 80]],
    ['5-5', [5, 5]],
    ['0-60000', [0, 60_000]],
    ['80-20', undefined],
    ['60001', undefined],
    ['0-60001', undefined],
    ['-5', undefined],
    ['5-', undefined],
    ['1.5', undefined],
    ['1-2-3', undefined],
    ['fast', undefined],
    ['', undefined],
  ])('is read from %j as %j', (text, choice) => {
    expect(parseLatency(text)).toEqual(choice);
  });

  it.each([[Number.NaN], [-1], [0.5], [[1, Number.POSITIVE_INFINITY] as const]])('is not %j', (choice) => {
    expect(isLatency(choice)).toBe(false);
  });

  it('is always the same without a range', () => {
    expect(new Set(waits(7, 1))).toEqual(new Set([7]));
  });

  it('is every whole number of its range, and none outside', () => {
    expect(new Set(waits([3, 7], 1))).toEqual(new Set([3, 4, 5, 6, 7]));
  });

  it('comes again with the same seed, and not with another', () => {
    expect(waits([0, 1000], 5)).toEqual(waits([0, 1000], 5));
    expect(waits([0, 1000], 5)).not.toEqual(waits([0, 1000], 6));
  });
});
