import type { Draft } from './draft.ts';

/** Gives a place a label, and those below it that had the same one from it. */
export const relabelBelow = (draft: Draft, place: number, type: number, label: number): void => {
  const { values, model } = draft.state;
  const { parents, ends } = model.tree;
  const old = values[place * 3 + type] ?? 0;
  if (old === label) return;
  const end = ends[place] ?? place + 1;
  draft.put(place * 3 + type, label);
  const follows = new Uint8Array(end - place).fill(1, 0, 1);
  for (let below = place + 1; below < end; below++) {
    if (values[below * 3 + type] !== old || follows[(parents[below] ?? place) - place] !== 1) continue;
    follows[below - place] = 1;
    draft.put(below * 3 + type, label);
  }
};

/** Gives a place alone a label; those below it keep what they had. */
export const relabelAlone = (draft: Draft, place: number, type: number, label: number): void =>
  draft.put(place * 3 + type, label);

/** How a place gets a label: alone, or with those below it. */
export type Relabel = typeof relabelBelow;

/** Says what a place is to get for a type; undefined leaves it as it is. */
export type Wish = (type: number) => number | undefined;

/** Gives a place labels for several types. */
export const relabelTypes = (draft: Draft, relabel: Relabel, place: number, wish: Wish): void => {
  for (let type = 0; type < 3; type++) {
    const label = wish(type);
    if (label !== undefined) relabel(draft, place, type, label);
  }
};
