import type { Needs } from './greedy-cover.ts';
import type { TripleTable } from './triple-table.ts';

/**
 * Makes a function that says how many parts there must be at least: each names one label a type, so as many as the type that needs most
 * has labels. It keeps its marks from one call to the next, since it is called very often.
 */
export const makeFewestParts = (table: TripleTable): ((needs: Needs) => number) => {
  const marks: number[] = [];
  let call = 0;
  return ({ triples, masks }) => {
    call++;
    const counts = [0, 0, 0];
    for (let need = 0; need < triples.length; need++) {
      for (let type = 0; type < 3; type++) {
        if (((masks[need] ?? 0) & (1 << type)) === 0) continue;
        const slot = table.label(triples[need] ?? 0, type) * 3 + type;
        if (marks[slot] === call) continue;
        marks[slot] = call;
        counts[type] = (counts[type] ?? 0) + 1;
      }
    }
    return Math.max(...counts);
  };
};
