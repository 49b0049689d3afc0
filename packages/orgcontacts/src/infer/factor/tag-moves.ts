import type { Ground } from './ground.ts';
import { tagSlots } from './state.ts';

/** Tries other labels for one tag value, type by type, and none at all. */
export const moveTag = ({ draft, common }: Ground, tag: number): void => {
  if (draft.isSpent()) return;
  const first = tagSlots(draft.state.model) + tag * 3;
  for (let type = 0; type < 3; type++) {
    for (const label of [-1, ...(common[first + type] ?? [])]) {
      draft.put(first + type, label);
      draft.settle();
    }
  }
  for (let type = 0; type < 3; type++) draft.put(first + type, -1);
  draft.settle();
};
