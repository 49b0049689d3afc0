import { compareText } from '../../contact/compare-text.ts';
import { type ContactType, contactTypes } from '../../contact/contact-type.ts';
import type { FactorAccount } from './factored.ts';
import { makeTripleTable, type TripleTable } from './triple-table.ts';
import { makeUnitTree, type UnitTree } from './unit-tree.ts';

/** Accounts that only their ids tell apart. */
export interface AccountClass {
  readonly place: number;
  /** The number of the tag value; -1 for none. */
  readonly tag: number;
  readonly triple: number;
  readonly ids: readonly string[];
}

/** An organization in numbers, the same for any order of its accounts. */
export interface Model {
  readonly tree: UnitTree;
  readonly tags: readonly string[];
  /** The labels of each contact type by number; 0 is null. */
  readonly labels: readonly (readonly (string | null)[])[];
  /** Its first triples are those of accounts, as many as `triples` says. */
  readonly table: TripleTable;
  readonly triples: number;
  /** In the order of their places. */
  readonly classes: readonly AccountClass[];
}

/** Puts accounts into numbers; types that are not asked for count as gaps. Pure. */
export const makeModel = (accounts: readonly FactorAccount[], types: readonly ContactType[]): Model => {
  const sorted = [...accounts].sort((one, other) => compareText(one.id, other.id));
  const tree = makeUnitTree(sorted.map(({ units }) => units));
  const tags = distinct(sorted.map(({ tag }) => tag));
  const labelOf = (account: FactorAccount, type: ContactType) => (types.includes(type) ? account.labels[type] : null);
  const labels = contactTypes.map((type) => [null, ...distinct(sorted.map((account) => labelOf(account, type)))]);
  const table = makeTripleTable();
  const [places, tagNumbers, ...labelNumbers] = [tree.ids, tags, ...labels].map(numbers);
  const classes = new Map<string, AccountClass & { readonly ids: string[] }>();
  for (const account of sorted) {
    const triple = table.idOf(contactTypes.map((type, at) => labelNumbers[at]?.get(labelOf(account, type)) ?? 0));
    const place = places?.get(account.units.at(-1) ?? '') ?? 0;
    const tag = account.tag === null ? -1 : (tagNumbers?.get(account.tag) ?? -1);
    const key = [place, tag, triple].join();
    const known = classes.get(key) ?? { place, tag, triple, ids: [] };
    known.ids.push(account.id);
    classes.set(key, known);
  }
  const inOrder = [...classes.values()].sort((one, other) => one.place - other.place);
  return { tree, tags, labels, table, triples: table.size(), classes: inOrder };
};

const distinct = (texts: readonly (string | null)[]): readonly string[] =>
  [...new Set(texts.filter((text) => text !== null))].sort(compareText);

const numbers = (keys: readonly (string | null)[]): ReadonlyMap<string | null, number> =>
  new Map(keys.map((key, at) => [key, at]));
