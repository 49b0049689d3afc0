import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchesGlob } from './glob.ts';
import { compareRanks, type Rank } from './rank.ts';

/** The shortest way to say what a glob is: letter by letter, with no thought for speed. */
const reference = (pattern: readonly string[], text: readonly string[]): boolean => {
  const [first, ...rest] = pattern;
  if (first === undefined) return text.length === 0;
  if (first === '*') return reference(rest, text) || (text.length > 0 && reference(pattern, text.slice(1)));
  return text.length > 0 && (first === '?' || first === text[0]) && reference(rest, text.slice(1));
};

const patterns = fc.array(fc.constantFrom('a', 'b', '.', '*', '?', 'é', '😀'), { maxLength: 8 });
const texts = fc.array(fc.constantFrom('a', 'b', '.', 'é', '😀'), { maxLength: 10 });

it('matches a glob as its definition does', () => {
  fc.assert(
    fc.property(patterns, texts, (pattern, text) => {
      expect(matchesGlob(pattern.join(''), text.join(''))).toBe(reference(pattern, text));
    }),
    { numRuns: 2_000 },
  );
});

it('matches every text by the pattern made of it by putting wildcards in', () => {
  const holes = fc.array(fc.constantFrom('keep', 'any', 'one'), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(texts, holes, (text, kinds) => {
      const pattern = text.map((letter, index) =>
        kinds[index] === 'any' ? '*' : kinds[index] === 'one' ? '?' : letter,
      );
      expect(matchesGlob(pattern.join(''), text.join(''))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

const ranks: fc.Arbitrary<Rank> = fc.record({
  level: fc.constantFrom<Rank['level']>(0, 1, 2, 3),
  depth: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(Number.MAX_SAFE_INTEGER)),
  exact: fc.constantFrom<Rank['exact']>(0, 1),
  conditions: fc.integer({ min: 1, max: 3 }),
});

it('orders any two ranks one way round', () => {
  fc.assert(
    fc.property(ranks, ranks, (one, other) => {
      expect(Math.sign(compareRanks(one, other)) + Math.sign(compareRanks(other, one))).toBe(0);
    }),
  );
});

it('orders ranks without a circle', () => {
  fc.assert(
    fc.property(ranks, ranks, ranks, (one, two, three) => {
      fc.pre(compareRanks(one, two) >= 0 && compareRanks(two, three) >= 0);
      expect(compareRanks(one, three)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});

it('holds two ranks for equal only when they are the same', () => {
  fc.assert(
    fc.property(ranks, ranks, (one, other) => {
      expect(compareRanks(one, other) === 0).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
    { numRuns: 500 },
  );
});
