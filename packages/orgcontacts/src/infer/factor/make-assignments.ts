import { assignParts, type Group, wantsOf } from './assign-parts.ts';
import type { FactoredAssignment } from './factored.ts';
import { makeGreedyCover } from './greedy-cover.ts';
import type { Model } from './model.ts';
import { ownTypes, type SeatNeeds, tagNeeds, unitNeeds } from './seat-needs.ts';
import { givenTo, type State } from './state.ts';
import { makeThoroughCover } from './thorough-cover.ts';

/** Writes a state as assignments: for all, then for units, tag values and accounts. Pure. */
export const makeAssignments = (state: State): readonly FactoredAssignment[] => {
  const { model } = state;
  const cover = makeThoroughCover(model.table, makeGreedyCover(model.table));
  const lists = (groups: readonly Group[]) => assignParts(model, cover, groups);
  const all = ownTypes(state, 0);
  const part = model.table.part(state.tripleOf(0), all);
  return [
    ...(all === 0 ? [] : [{ match: { kind: 'all' as const }, wants: wantsOf(model, part, all) }]),
    ...lists(seatGroups(model, unitNeeds(state))).map(({ members, wants }) => ({
      match: { kind: 'units' as const, units: members },
      wants,
    })),
    ...lists(seatGroups(model, tagNeeds(state))).map(({ members, wants }) => ({
      match: { kind: 'tag' as const, values: members },
      wants,
    })),
    ...lists(exceptions(state)).map(({ members, wants }) => ({
      match: { kind: 'accounts' as const, ids: members },
      wants,
    })),
  ];
};

const seatGroups = ({ tree, tags }: Model, { seats, triples, masks }: SeatNeeds): readonly Group[] =>
  seats.map((seat, at) => ({
    triple: triples[at] ?? 0,
    mask: masks[at] ?? 0,
    members: [tree.ids[seat] ?? tags[seat - tree.ids.length] ?? ''],
  }));

const exceptions = (state: State): readonly Group[] =>
  state.model.classes.flatMap((one) => {
    const wrong = (type: number, bit: number): number =>
      givenTo(state, one, type) === state.model.table.label(one.triple, type) ? 0 : bit;
    const mask = wrong(0, 1) | wrong(1, 2) | wrong(2, 4);
    return mask === 0 ? [] : [{ triple: one.triple, mask, members: one.ids }];
  });
