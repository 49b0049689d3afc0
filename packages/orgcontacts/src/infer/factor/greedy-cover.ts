import { domains, type TripleTable } from './triple-table.ts';

/** Triples, and for each of them the types, as bits, for which it has to be given its label. */
export interface Needs {
  readonly triples: readonly number[];
  readonly masks: readonly number[];
}

/** Finds parts that together give every triple what it needs: few, but not always the fewest. */
export type Cover = (needs: Needs) => readonly number[];

/** How many types a domain names. */
const sizes = [0, 1, 1, 2, 1, 2, 2, 3];
const sizeOf = (domain: number): number => sizes[domain] ?? 0;

/** What is known of parts while a cover is sought; kept from one search to the next, since there are very many. */
interface Board {
  readonly table: TripleTable;
  /** For each part, how many needs it still meets, and the first of its entries. */
  readonly counts: number[];
  readonly heads: number[];
  /** For each entry, a need and a domain in one number, the next one of the same part. */
  readonly nexts: number[];
  /** For each part, in which search it was seen last. */
  readonly seen: number[];
  search: number;
}

/** Makes a function that takes the part that meets most needs, again and again, and drops those that turn out to be spare. */
export const makeGreedyCover = (table: TripleTable): Cover => {
  const board: Board = { table, counts: [], heads: [], nexts: [], seen: [], search: 0 };
  return (needs) => {
    if (needs.triples.length === 0) return [];
    const chosen = choose(board, needs, rank(board, layOut(board, needs)));
    return chosen.length > 1 ? dropSpare(board, needs, chosen) : chosen;
  };
};

/** Enters every part that meets a need; gives the parts. */
const layOut = (board: Board, { triples, masks }: Needs): readonly number[] => {
  const { table, counts, heads, nexts, seen } = board;
  const parts: number[] = [];
  board.search++;
  for (let need = 0; need < triples.length; need++) {
    for (const domain of domains) {
      const met = domain & (masks[need] ?? 0);
      if (met === 0) continue;
      const part = table.part(triples[need] ?? 0, domain);
      if (seen[part] !== board.search) {
        seen[part] = board.search;
        counts[part] = 0;
        heads[part] = -1;
        parts.push(part);
      }
      counts[part] = (counts[part] ?? 0) + sizeOf(met);
      nexts[need * 8 + domain] = heads[part] ?? -1;
      heads[part] = need * 8 + domain;
    }
  }
  return parts;
};

/**
 * Of parts that meet equally many needs the one that names most types comes first: it meets again what others met before, so that those
 * may turn out to be spare.
 */
const rankOf = ({ table, counts }: Board, part: number): number => (counts[part] ?? 0) * 4 + sizeOf(table.domain(part));

/** Sorts parts by their rank; those met by more of a list stand at its end. */
const rank = (board: Board, parts: readonly number[]): number[][] => {
  const ranks: number[][] = [];
  for (const part of parts) {
    const at = rankOf(board, part);
    while (ranks.length <= at) ranks.push([]);
    ranks[at]?.push(part);
  }
  for (const some of ranks) some.reverse();
  return ranks;
};

/** Takes parts from the highest rank down; a part that has lost needs meanwhile goes back to where it now belongs. */
const choose = (board: Board, needs: Needs, ranks: readonly number[][]): number[] => {
  const open = [...needs.masks];
  const chosen: number[] = [];
  for (let top = ranks.length - 1; top >= lowestRank; ) {
    const part = ranks[top]?.pop();
    if (part === undefined) {
      top--;
      continue;
    }
    const at = rankOf(board, part);
    if (at === top) {
      chosen.push(part);
      meet(board, needs, open, part);
    } else ranks[at]?.push(part);
  }
  return chosen;
};

/** With one need met. */
const lowestRank = 4;

const meet = ({ table, counts, heads, nexts }: Board, { triples }: Needs, open: number[], part: number): void => {
  for (let entry = heads[part] ?? -1; entry >= 0; entry = nexts[entry] ?? -1) {
    const need = entry >> 3;
    const met = (open[need] ?? 0) & entry & 7;
    if (met === 0) continue;
    open[need] = (open[need] ?? 0) & ~met;
    for (const domain of domains) {
      if ((domain & met) === 0) continue;
      const other = table.part(triples[need] ?? 0, domain);
      counts[other] = (counts[other] ?? 0) - sizeOf(domain & met);
    }
  }
};

/** Drops parts of which every need is met by another one too. */
const dropSpare = ({ heads, nexts }: Board, { masks }: Needs, chosen: readonly number[]): readonly number[] => {
  const times = new Int32Array(masks.length * 3);
  const eachMet = (part: number, visit: (slot: number) => boolean): boolean => {
    for (let entry = heads[part] ?? -1; entry >= 0; entry = nexts[entry] ?? -1) {
      const met = (masks[entry >> 3] ?? 0) & entry & 7;
      for (let type = 0; type < 3; type++) {
        if (met & (1 << type) && !visit((entry >> 3) * 3 + type)) return false;
      }
    }
    return true;
  };
  const count = (part: number, by: number): boolean =>
    eachMet(part, (slot) => {
      times[slot] = (times[slot] ?? 0) + by;
      return true;
    });
  for (const part of chosen) count(part, 1);
  return chosen.filter((part) => !(eachMet(part, (slot) => (times[slot] ?? 0) > 1) && count(part, -1)));
};
