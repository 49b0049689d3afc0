import type { Draft } from './draft.ts';
import { type Ground, partsInUse, placesWith } from './ground.ts';
import { type Relabel, relabelAlone, relabelBelow, relabelTypes } from './relabel.ts';
import { labelAbove } from './state.ts';

const relabels: readonly Relabel[] = [relabelBelow, relabelAlone];

/** Tries changes of all places at once that share a part: without it, and with another label for one type. */
export const moveParts = (ground: Ground): void => {
  const { draft } = ground;
  for (const part of partsInUse(ground).units) {
    if (draft.isSpent()) return;
    const places = placesWith(ground, part);
    for (const relabel of relabels) {
      clearPart(draft, relabel, part, places);
      draft.settle();
    }
    for (let type = 0; type < 3; type++) moveType(ground, places, type);
  }
};

/** Takes the labels of a part away from places. */
export const clearPart = (draft: Draft, relabel: Relabel, part: number, places: readonly number[]): void => {
  const { table } = draft.state.model;
  for (const place of places) {
    relabelTypes(draft, relabel, place, (type) =>
      table.named(part, type) < 0 ? undefined : labelAbove(draft.state, place, type),
    );
  }
};

const moveType = ({ draft, common }: Ground, places: readonly number[], type: number): void => {
  const labels = new Set(places.flatMap((place) => common[place * 3 + type]?.slice(0, 2) ?? []));
  for (const place of places) relabelBelow(draft, place, type, labelAbove(draft.state, place, type));
  draft.settle();
  for (const label of labels) {
    for (const relabel of relabels) {
      for (const place of places) relabel(draft, place, type, label);
      draft.settle();
    }
  }
};

/** Tries to give parts to every place where that leaves fewer exceptions: a list of accounts may so become one of units. */
export const spreadParts = (ground: Ground): void => {
  const { draft } = ground;
  const { units, accounts } = partsInUse(ground);
  for (const part of [...accounts, ...units]) {
    for (const whole of [false, true]) {
      if (draft.isSpent()) return;
      for (let place = 1; place < draft.state.model.tree.ids.length; place++) spreadTo(draft, part, whole, place);
      draft.settle();
    }
  }
};

const spreadTo = (draft: Draft, part: number, whole: boolean, place: number): void => {
  const { state } = draft;
  const before = state.exceptions();
  const pending = draft.pending();
  relabelTypes(draft, relabelBelow, place, (type) => {
    const label = state.model.table.named(part, type);
    if (label >= 0) return label;
    return whole ? labelAbove(state, place, type) : undefined;
  });
  if (state.exceptions() >= before) draft.takeBack(pending);
};
