import type { Model } from './model.ts';
import { tagSlots } from './state.ts';

/** How many labels are worth trying where there are many. */
const most = 4;

/** For each slot of a state, the labels that most accounts of the place and below, or of the tag value, have. Pure. */
export const commonLabels = (model: Model): readonly (readonly number[])[] => {
  const { tree, tags, classes, table } = model;
  const firstTag = tagSlots(model);
  const counts = Array.from({ length: firstTag + tags.length * 3 }, () => new Map<number, number>());
  for (const { place, tag, triple, ids } of classes) {
    const add = (slots: number): void => {
      for (let type = 0; type < 3; type++) {
        const label = table.label(triple, type);
        counts[slots + type]?.set(label, (counts[slots + type]?.get(label) ?? 0) + ids.length);
      }
    };
    for (let at = place; at >= 0; at = tree.parents[at] ?? -1) add(at * 3);
    if (tag >= 0) add(firstTag + tag * 3);
  }
  return counts.map((count) =>
    [...count]
      .sort(([one, times], [other, otherTimes]) => otherTimes - times || one - other)
      .slice(0, most)
      .map(([label]) => label),
  );
};
