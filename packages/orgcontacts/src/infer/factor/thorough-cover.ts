import { makeFewestParts } from './fewest-parts.ts';
import type { Cover, Needs } from './greedy-cover.ts';
import { domains, type TripleTable } from './triple-table.ts';

/** One triple has to be given its label for one type. */
interface Wish {
  readonly triple: number;
  readonly type: number;
  /** The parts that would do it. */
  readonly options: readonly number[];
}

/** How many steps of search there are, shared by the wishes: with few of them the search is complete. */
const steps = 3_000_000;

/** Makes a function that finds the fewest parts where there are not too many, starting from what a greedy one finds. */
export const makeThoroughCover =
  (table: TripleTable, greedy: Cover): Cover =>
  (needs) => {
    const distinct = mergeNeeds(needs);
    const first = greedy(distinct);
    return first.length === makeFewestParts(table)(distinct)
      ? first
      : searchCover(table, wishesOf(table, distinct), first);
  };

const mergeNeeds = ({ triples, masks }: Needs): Needs => {
  const merged = new Map<number, number>();
  for (const [at, triple] of triples.entries()) merged.set(triple, (merged.get(triple) ?? 0) | (masks[at] ?? 0));
  return { triples: [...merged.keys()], masks: [...merged.values()] };
};

const wishesOf = (table: TripleTable, { triples, masks }: Needs): readonly Wish[] =>
  triples.flatMap((triple, at) =>
    [0, 1, 2]
      .filter((type) => (masks[at] ?? 0) & (1 << type))
      .map((type) => ({
        triple,
        type,
        options: domains.filter((domain) => domain & (1 << type)).map((domain) => table.part(triple, domain)),
      })),
  );

/** Fulfils the first open wish in every way, the most helpful first, and so on; turns back where it cannot get better than the best. */
const searchCover = (table: TripleTable, wishes: readonly Wish[], first: readonly number[]): readonly number[] => {
  const helps = new Map<number, number[]>();
  for (const [at, { options }] of wishes.entries()) {
    for (const part of options) helps.set(part, [...(helps.get(part) ?? []), at]);
  }
  const times = new Int32Array(wishes.length);
  const chosen: number[] = [];
  let best = first;
  let left = Math.ceil(steps / Math.max(1, wishes.length));
  const count = (part: number, by: number): void => {
    for (const at of helps.get(part) ?? []) times[at] = (times[at] ?? 0) + by;
  };
  const gain = (part: number): number => (helps.get(part) ?? []).filter((at) => times[at] === 0).length;
  const visit = (): void => {
    const open = wishes.filter((_, at) => times[at] === 0);
    if (open.length === 0) best = [...chosen];
    if (left-- <= 0 || chosen.length + fewestLabels(table, open) >= best.length) return;
    const ranked = (open[0]?.options ?? []).map((part) => ({ part, gain: gain(part) }));
    for (const { part } of ranked.sort((one, other) => other.gain - one.gain)) {
      chosen.push(part);
      count(part, 1);
      visit();
      count(part, -1);
      chosen.pop();
    }
  };
  visit();
  return best;
};

const fewestLabels = (table: TripleTable, wishes: readonly Wish[]): number => {
  const labels = [0, 1, 2].map(() => new Set<number>());
  for (const { triple, type } of wishes) labels[type]?.add(table.label(triple, type));
  return Math.max(...labels.map(({ size }) => size));
};
