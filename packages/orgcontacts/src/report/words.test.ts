import { describe, expect, it } from 'vitest';
import { countText, someOf } from './count-text.ts';
import { durationText } from './duration-text.ts';
import { groupBy } from './group-by.ts';

describe('durationText', () => {
  it.each([
    [0, '1 s'],
    [400, '1 s'],
    [1_499, '1 s'],
    [1_500, '2 s'],
    [59_499, '59 s'],
    [59_600, '1 min'],
    [61_000, '1 min 1 s'],
    [250_000, '4 min 10 s'],
    [3_599_499, '59 min 59 s'],
    [3_599_600, '1 h'],
    [3_630_000, '1 h'],
    [3_900_000, '1 h 5 min'],
    [90_000_000, '25 h'],
  ])('says %i ms as %s', (milliseconds, text) => {
    expect(durationText(milliseconds)).toBe(text);
  });
});

describe('countText', () => {
  it.each([
    [0, '0 accounts'],
    [1, '1 account'],
    [2, '2 accounts'],
  ])('says %i as %s', (count, text) => {
    expect(countText(count, 'account')).toBe(text);
  });
});

describe('someOf', () => {
  it('names all of a few', () => {
    expect(someOf([])).toBe('');
    expect(someOf(['a'])).toBe('a');
    expect(someOf(['a', 'b', 'c'])).toBe('a, b, c');
  });

  it('names the first of many and counts the rest', () => {
    expect(someOf(['a', 'b', 'c', 'd'])).toBe('a, b, c and 1 more');
    expect(someOf(['a', 'b', 'c', 'd', 'e'], 2)).toBe('a, b and 3 more');
  });
});

describe('groupBy', () => {
  it('puts equal keys together, groups and items in the order in which they came', () => {
    const groups = groupBy(['b1', 'a1', 'b2', 'c1', 'a2'], ([letter]) => letter ?? '');
    expect(groups).toEqual([['b1', 'b2'], ['a1', 'a2'], ['c1']]);
  });

  it('keeps keys apart that an object would mix up with its own', () => {
    expect(groupBy(['__proto__', 'constructor', '__proto__'], (key) => key)).toEqual([
      ['__proto__', '__proto__'],
      ['constructor'],
    ]);
    expect(groupBy([], String)).toEqual([]);
  });
});
