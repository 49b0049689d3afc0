import type { Needs } from './greedy-cover.ts';
import type { TripleTable } from './triple-table.ts';

/**
 * Makes a function that says how many parts there must be at least: each names one label a type, so as many as the type that needs most
 * has labels. It keeps its marks from one call to the next, since it is called very often.
 */
export const makeFewestParts = (table: TripleTable): ((needs: Needs) => number) => {
  const marks: number[] = [];
  let call = 0;
  const countLabels = ({ triples, masks }: Needs, type: number): number => {
    let count = 0;
    for (let need = 0; need < triples.length; need++) {
      const slot = table.label(triples[need] ?? 0, type) * 3 + type;
      if (((masks[need] ?? 0) & (1 << type)) === 0 || marks[slot] === call) continue;
      marks[slot] = call;
      count++;
    }
    return count;
  };
  return (needs) => {
    call++;
    return Math.max(countLabels(needs, 0), countLabels(needs, 1), countLabels(needs, 2));
  };
};
