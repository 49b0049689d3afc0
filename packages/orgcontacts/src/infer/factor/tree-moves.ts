import type { Ground } from './ground.ts';
import { ownTypes } from './seat-needs.ts';
import { treeLabels } from './tree-labels.ts';

/** What one exception may cost, in assignments: since exceptions share lists, nobody knows beforehand. */
const exceptionPrices = [0.02, 0.05, 0.1, 0.3, 1];
/** What one type more costs for a place that has an assignment already. Own choice. */
const openedBefore = 0.2;

/** Tries to label the whole tree anew for one type, with each label that place 0 might have. */
export const moveTree = ({ draft, common }: Ground): void => {
  const { model } = draft.state;
  for (let type = 0; type < 3; type++) {
    const others = 7 & ~(1 << type);
    const opening = (place: number): number => (ownTypes(draft.state, place) & others ? openedBefore : 1);
    for (const root of common[type] ?? []) {
      for (const exception of exceptionPrices) {
        if (draft.isSpent()) return;
        const labels = treeLabels(model, type, { exception, opening, root });
        for (const [place, label] of labels.entries()) draft.put(place * 3 + type, label);
        draft.work(model.classes.length * workPerClass);
        draft.settle();
      }
    }
  }
};

/** Each class takes part in the costs of every place above it. */
const workPerClass = 12;
