import { climb, shake } from './climb.ts';
import { commonLabels } from './common-labels.ts';
import { makeDraft } from './draft.ts';
import type { Ground } from './ground.ts';
import type { Model } from './model.ts';
import { makeOutset, makeTaggedOutset } from './outset.ts';
import type { State } from './state.ts';

/** What an exception may cost at the outset, in assignments: with many and with few of them one gets to different ends. */
const exceptionPrices = [0.05, 1.5];
/** How often the best end is shaken, as long as that helps. */
const mostShakes = 2;
/** How much work each climb may be. Own choice. */
const granted = 20_000_000;

/** Finds labels for places and tag values that come to few assignments. Pure. */
export const findLabels = (model: Model): State => {
  const common = commonLabels(model);
  const ends = outsetsOf(model).map((state): Ground => {
    const ground = { draft: makeDraft(state, granted), common };
    climb(ground);
    return ground;
  });
  const best = ends.reduce((one, other) => (other.draft.price() < one.draft.price() ? other : one));
  best.draft.grant(granted);
  for (let times = 0, price = Number.POSITIVE_INFINITY; times < mostShakes && best.draft.price() < price; times++) {
    price = best.draft.price();
    shake(best);
    climb(best);
  }
  return best.draft.state;
};

const outsetsOf = (model: Model): readonly State[] => [
  ...exceptionPrices.map((exception) => makeOutset(model, exception)),
  ...(model.tags.length === 0 ? [] : [makeTaggedOutset(model, exceptionPrices[0] ?? 1)]),
];
