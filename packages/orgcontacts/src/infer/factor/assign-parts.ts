import { contactTypes } from '../../contact/contact-type.ts';
import type { FactoredWants } from './factored.ts';
import type { Cover } from './greedy-cover.ts';
import type { Model } from './model.ts';
import { domains, type TripleTable } from './triple-table.ts';

/** Members of lists that have the same labels, and have to be told the same types, as bits. */
export interface Group {
  readonly triple: number;
  readonly mask: number;
  readonly members: readonly string[];
}

/** What an assignment for listed members will be. */
export interface List {
  readonly members: readonly string[];
  readonly wants: FactoredWants;
}

/** Gives each group as few parts as it needs; of a part only the types are written that somebody needs from it. Pure. */
export const assignParts = (model: Model, cover: Cover, groups: readonly Group[]): readonly List[] => {
  const { table } = model;
  const parts = new Set(cover({ triples: groups.map(({ triple }) => triple), masks: groups.map(({ mask }) => mask) }));
  const lists = new Map<number, { readonly members: string[]; needed: number }>();
  for (const { triple, mask, members } of groups) {
    const usable = domains.map((domain) => table.part(triple, domain)).filter((part) => parts.has(part));
    let open = mask;
    for (const part of fewest(table, usable, mask) ?? []) {
      const list = lists.get(part) ?? { members: [], needed: 0 };
      list.members.push(...members);
      list.needed |= open & table.domain(part);
      open &= ~table.domain(part);
      lists.set(part, list);
    }
  }
  return [...lists].map(([part, { members, needed }]) => ({ members, wants: wantsOf(model, part, needed) }));
};

/** The fewest of some parts that together name all types of a mask; undefined when all of them do not. */
const fewest = (table: TripleTable, parts: readonly number[], mask: number): readonly number[] | undefined => {
  if (mask === 0) return [];
  let best: readonly number[] | undefined;
  for (const [at, part] of parts.entries()) {
    if ((table.domain(part) & mask) === 0) continue;
    const others = fewest(table, parts.slice(at + 1), mask & ~table.domain(part));
    if (others && (!best || others.length + 1 < best.length)) best = [part, ...others];
  }
  return best;
};

/** The types of a part that are needed, with their labels. */
export const wantsOf = ({ table, labels }: Model, part: number, needed: number): FactoredWants =>
  Object.fromEntries(
    contactTypes.flatMap((type, at) =>
      needed & (1 << at) ? [[type, labels[at]?.[table.named(part, at)] ?? null] as const] : [],
    ),
  );
