import { compareText } from '../../contact/compare-text.ts';

/** The units of an organization as places in one order: place 0 is everything, and each place comes before those below it. */
export interface UnitTree {
  /** The ids of the units; place 0 has none. */
  readonly ids: readonly string[];
  /** The place above each place; -1 for place 0. */
  readonly parents: readonly number[];
  /** For each place, the first one after it that is not below it. */
  readonly ends: readonly number[];
}

/** Makes the tree from the units of accounts, each from the root down. A root that all of them share is place 0 itself. Pure. */
export const makeUnitTree = (chains: readonly (readonly string[])[]): UnitTree => {
  const shared = new Set(chains.map(([root]) => root)).size === 1 ? 1 : 0;
  const below = new Map<string, Set<string>>();
  for (const chain of chains) {
    for (const [at, unit] of chain.slice(shared).entries()) {
      const above = at === 0 ? '' : (chain[at + shared - 1] ?? '');
      below.set(above, (below.get(above) ?? new Set()).add(unit));
    }
  }
  const ids: string[] = [];
  const parents: number[] = [];
  const ends: number[] = [];
  const visit = (id: string, parent: number): void => {
    const place = ids.push(id) - 1;
    parents.push(parent);
    for (const child of [...(below.get(id) ?? [])].sort(compareText)) visit(child, place);
    ends[place] = ids.length;
  };
  visit('', -1);
  return { ids, parents, ends };
};
