import type { Draft } from './draft.ts';
import { unitNeeds } from './seat-needs.ts';
import { labelAbove } from './state.ts';

/** What moves are made on: a draft, and the labels worth trying in each of its slots. */
export interface Ground {
  readonly draft: Draft;
  readonly common: readonly (readonly number[])[];
}

/** The parts that the assignments for units and for accounts now consist of. */
export const partsInUse = ({
  draft,
}: Ground): { readonly units: readonly number[]; readonly accounts: readonly number[] } => ({
  units: draft.cover(unitNeeds(draft.state)),
  accounts: draft.cover(draft.state.accountNeeds()),
});

/** The places that have a part, and some of it not from above. */
export const placesWith = ({ draft: { state } }: Ground, part: number): readonly number[] => {
  const { tree, table } = state.model;
  const types = [0, 1, 2].filter((type) => table.named(part, type) >= 0);
  return tree.ids
    .map((_, place) => place)
    .filter(
      (place) =>
        place > 0 &&
        types.every((type) => state.values[place * 3 + type] === table.named(part, type)) &&
        types.some((type) => labelAbove(state, place, type) !== table.named(part, type)),
    );
};
