import { describe, expect, it } from 'vitest';
import { mismatches } from './mismatches.ts';

describe('a pattern', () => {
  it.each([
    ['a part of an object', { a: { b: 1 } }, { a: { b: 1, c: 2 }, d: 3 }],
    ['a list item by item', [{ a: 1 }, 2], [{ a: 1, b: 2 }, 2]],
    ['any text', { a: { $any: 'string' } }, { a: 'x' }],
    ['any list', { $any: 'list' }, []],
    ['any number', { $any: 'number' }, 0],
    ['a time in words', { $time: 'any' }, '2026-01-02T03:04:05.678Z'],
    ['a time in another zone', { $time: '2026-01-02T03:04:05.678Z' }, '2026-01-02T04:04:05.678000+01:00'],
    ['a time in seconds', { $time: '2026-01-02T03:04:05.678Z' }, 1767323045.678],
    ['a text that matches', { $matches: '^\\d{2}$' }, '12'],
    ['items among others', { $contains: [{ a: 2 }, 3] }, [{ a: 1 }, 3, { a: 2, b: 0 }]],
    ['a length', { a: { $length: 2 } }, { a: [1, 2] }],
    ['what is absent', { a: { $absent: true } }, { b: 1 }],
  ])('fits %s', (_, pattern, actual) => {
    expect(mismatches(pattern, actual)).toEqual([]);
  });

  it.each([
    ['another value', { a: { b: 1 } }, { a: { b: 2 } }, 'output.a.b is 2, not 1'],
    ['a missing member', { a: 'x' }, {}, 'output.a is absent, not "x"'],
    ['what is no object', { a: 1 }, 'x', 'output is "x", and no object'],
    ['what is no list', [1], { a: 1 }, 'output is {"a":1}, and no list'],
    ['a longer list', [1], [1, 2], 'output has 2 items, not 1'],
    ['another type', { $any: 'string' }, 1, 'output is 1, not any "string"'],
    ['a list for an object', { $any: 'object' }, [], 'output is [], not any "object"'],
    ['nothing for an object', { $any: 'object' }, null, 'output is null, not any "object"'],
    ['what is no time', { $time: 'any' }, 'soon', 'output is "soon", not the time "any"'],
    ['an absent time', { $time: 'any' }, undefined, 'output is absent, not the time "any"'],
    [
      'another time',
      { $time: '2026-01-02T03:04:05.678Z' },
      1767323045,
      'output is 1767323045, not the time "2026-01-02T03:04:05.678Z"',
    ],
    ['a text that does not match', { $matches: '^x' }, 'yx', 'output is "yx", and does not match "^x"'],
    ['a list without the item', { $contains: [2] }, [1], 'output has no item 2: [1]'],
    ['another length', { $length: 2 }, [1], 'output is [1], and has not the length 2'],
    ['what is there', { a: { $absent: true } }, { a: 0 }, 'output.a is 0, and should not be there'],
  ])('does not fit %s', (_, pattern, actual, problem) => {
    expect(mismatches(pattern, actual)).toEqual([problem]);
  });

  it('cannot be a matcher that there is not', () => {
    expect(() => mismatches({ $some: 1 }, 1)).toThrow('There is no matcher $some.');
  });
});
