import { type Ground, partsInUse } from './ground.ts';
import { type Relabel, relabelAlone, relabelBelow, relabelTypes, type Wish } from './relabel.ts';
import { labelAbove } from './state.ts';

/** Tries other labels for one place: type by type, all types as above, and parts that are in use elsewhere. */
export const movePlace = (ground: Ground, place: number): void => {
  const { state, isSpent } = ground.draft;
  if (isSpent()) return;
  const isLeaf = state.model.tree.ends[place] === place + 1;
  const relabels = isLeaf ? [relabelBelow] : [relabelBelow, relabelAlone];
  for (let type = 0; type < 3; type++) moveType(ground, relabels, place, type);
  if (place > 0) tryEach(ground, relabels, place, (type) => labelAbove(state, place, type));
  copyParts(ground, relabels, place);
  tryEach(ground, [relabelBelow], place, (type) => ground.common[place * 3 + type]?.[0]);
};

const moveType = (ground: Ground, relabels: readonly Relabel[], place: number, type: number): void => {
  const above = place === 0 ? [] : [labelAbove(ground.draft.state, place, type)];
  for (const label of new Set([...(ground.common[place * 3 + type] ?? []), ...above])) {
    tryEach(ground, relabels, place, (each) => (each === type ? label : undefined));
  }
};

const copyParts = (ground: Ground, relabels: readonly Relabel[], place: number): void => {
  const { state } = ground.draft;
  const { table } = state.model;
  const { units, accounts } = partsInUse(ground);
  for (const part of [...units, ...accounts]) {
    if (!isNear(ground, part, place)) continue;
    const named: Wish = (type) => (table.named(part, type) < 0 ? undefined : table.named(part, type));
    tryEach(ground, [relabelBelow], place, named);
    // Place 0 has nothing above it that could stand for the types that are not named.
    const whole: Wish = place === 0 ? named : (type) => named(type) ?? labelAbove(state, place, type);
    tryEach(ground, relabels, place, whole);
  }
};

/** Whether a part would give a place a label that is common there. */
const isNear = ({ draft, common }: Ground, part: number, place: number): boolean =>
  [0, 1, 2].some((type) => {
    const label = draft.state.model.table.named(part, type);
    return label >= 0 && (common[place * 3 + type]?.includes(label) ?? false);
  });

const tryEach = ({ draft }: Ground, relabels: readonly Relabel[], place: number, wish: Wish): void => {
  for (const relabel of relabels) {
    relabelTypes(draft, relabel, place, wish);
    draft.settle();
  }
};
