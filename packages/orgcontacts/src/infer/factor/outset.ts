import { commonLabels } from './common-labels.ts';
import type { Model } from './model.ts';
import { ownTypes } from './seat-needs.ts';
import { makeState, type State, tagSlots } from './state.ts';
import { treeLabels } from './tree-labels.ts';

/** What one type more costs for a place that has an assignment already. Own choice. */
const openedBefore = 0.05;

/** Gives places the labels that cost least, type after type, when each exception costs so many assignments. */
export const makeOutset = (model: Model, exception: number): State => {
  const state = makeState(model);
  for (let type = 0; type < 3; type++) labelTree(state, type, exception);
  return state;
};

/** The same, but tag values come first: places are labelled for the accounts that no tag value speaks for. */
export const makeTaggedOutset = (model: Model, exception: number): State => {
  const state = makeOutset(model, exception);
  const common = commonLabels(model);
  const slots = [...common.keys()].slice(tagSlots(model));
  for (const slot of slots) setIfBetter(state, slot, common[slot]?.[0] ?? -1, 1);
  for (let type = 0; type < 3; type++) labelTree(state, type, exception);
  for (const slot of slots) setIfBetter(state, slot, -1, 0);
  return state;
};

const labelTree = (state: State, type: number, exception: number): void => {
  const labels = treeLabels(state.model, type, {
    exception,
    opening: (place) => (ownTypes(state, place) & ~(1 << type) ? openedBefore : 1),
    ignores: ({ tag }) => tag >= 0 && (state.values[tagSlots(state.model) + tag * 3 + type] ?? -1) >= 0,
  });
  for (const [place, label] of labels.entries()) state.set(place * 3 + type, label);
};

/** Sets a slot where that leaves so many exceptions fewer. */
const setIfBetter = (state: State, slot: number, label: number, fewer: number): void => {
  const before = state.values[slot] ?? -1;
  const exceptions = state.exceptions();
  state.set(slot, label);
  if (state.exceptions() > exceptions - fewer) state.set(slot, before);
};
