import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeFewestParts } from './fewest-parts.ts';
import { makeGreedyCover, type Needs } from './greedy-cover.ts';
import { makeThoroughCover } from './thorough-cover.ts';
import { domains, makeTripleTable, type TripleTable } from './triple-table.ts';

const anyNeed = fc.record({
  triple: fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }), fc.nat({ max: 2 })),
  mask: fc.integer({ min: 1, max: 7 }),
});

/** Triples of few labels, so that they share parts; the table is made afresh. */
const anyNeeds = (maxLength: number) =>
  fc.array(anyNeed, { maxLength }).map((some) => {
    const table = makeTripleTable();
    const triples = some.map(({ triple }) => table.idOf(triple));
    return { table, needs: { triples, masks: some.map(({ mask }) => mask) } };
  });

/** Whether every triple gets each type that it needs from one of the parts. */
const isCovered = (table: TripleTable, { triples, masks }: Needs, parts: readonly number[]): boolean =>
  triples.every((triple, at) => {
    const mine = domains.filter((domain) => parts.includes(table.part(triple, domain)));
    return mine.reduce((open, domain) => open & ~domain, masks[at] ?? 0) === 0;
  });

/** The length of the shortest cover, found by trying all of them. */
const shortest = (table: TripleTable, needs: Needs): number => {
  const parts = [...new Set(needs.triples.flatMap((triple) => domains.map((domain) => table.part(triple, domain))))];
  const tryFrom = (at: number, chosen: readonly number[], most: number): boolean =>
    isCovered(table, needs, chosen) ||
    (chosen.length < most && parts.slice(at).some((part, on) => tryFrom(at + on + 1, [...chosen, part], most)));
  let length = 0;
  while (!tryFrom(0, [], length)) length++;
  return length;
};

it('gives every triple what it needs, greedily or thoroughly, and thoroughly with no more parts', () => {
  fc.assert(
    fc.property(anyNeeds(20), ({ table, needs }) => {
      const greedy = makeGreedyCover(table);
      const thorough = makeThoroughCover(table, greedy)(needs);
      expect(isCovered(table, needs, greedy(needs))).toBe(true);
      expect(isCovered(table, needs, thorough)).toBe(true);
      expect(thorough.length).toBeLessThanOrEqual(greedy(needs).length);
    }),
  );
});

it('needs thoroughly as few parts as there can be, and never fewer than the least that was foretold', () => {
  fc.assert(
    fc.property(anyNeeds(4), ({ table, needs }) => {
      const length = shortest(table, needs);
      expect(makeThoroughCover(table, makeGreedyCover(table))(needs)).toHaveLength(length);
      expect(makeFewestParts(table)(needs)).toBeLessThanOrEqual(length);
    }),
    { numRuns: 60 },
  );
});

it('finds two parts where the greedy way takes three', () => {
  const table = makeTripleTable();
  const needs = {
    triples: [
      [0, 1, 0],
      [2, 0, 1],
      [0, 0, 0],
    ].map((three) => table.idOf(three)),
    masks: [4, 2, 3],
  };
  const greedy = makeGreedyCover(table);
  expect(greedy(needs)).toHaveLength(3);
  const parts = makeThoroughCover(table, greedy)(needs);
  expect(parts).toHaveLength(2);
  expect(isCovered(table, needs, parts)).toBe(true);
});
