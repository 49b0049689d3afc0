import { type Ground, partsInUse, placesWith } from './ground.ts';
import { clearPart, moveParts, spreadParts } from './part-moves.ts';
import { movePlace } from './place-moves.ts';
import { relabelAlone } from './relabel.ts';
import { moveTag } from './tag-moves.ts';
import { moveTree } from './tree-moves.ts';

/** Makes moves as long as they make the whole cheaper. */
export const climb = (ground: Ground): void => {
  const { draft } = ground;
  for (let price = Number.POSITIVE_INFINITY; draft.price() < price && !draft.isSpent(); ) {
    price = draft.price();
    moveAll(ground);
  }
};

/** Takes each part away from the units that share it and goes on from there, since no single move leads out of a dead end. */
export const shake = (ground: Ground): void => {
  const { draft } = ground;
  for (const part of partsInUse(ground).units) {
    if (draft.isSpent()) return;
    const before = draft.state.values.slice();
    const price = draft.price();
    clearPart(draft, relabelAlone, part, placesWith(ground, part));
    draft.keep();
    moveAll(ground);
    if (draft.price() < price) continue;
    for (const [slot, label] of before.entries()) draft.put(slot, label);
    draft.keep();
  }
};

/** Makes every kind of move once. */
const moveAll = (ground: Ground): void => {
  const { tree, tags } = ground.draft.state.model;
  for (const place of tree.ids.keys()) movePlace(ground, place);
  for (const tag of tags.keys()) moveTag(ground, tag);
  spreadParts(ground);
  moveTree(ground);
  moveParts(ground);
};
