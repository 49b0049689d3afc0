import type { Draft } from './draft.ts';
import type { DraftConditions, DraftSelector } from './draft-selector.ts';
import type { Path } from './source.ts';

/** One selector of the file, and the way to it. */
export interface PlacedSelector {
  readonly path: Path;
  readonly selector: DraftSelector;
}

/** The conditions of one selector, or those under its `not`, and the way to them. */
export interface PlacedConditions {
  readonly path: Path;
  readonly conditions: DraftConditions;
}

/** Every selector that could be read: of assignments and of exclusions. */
export const selectorsIn = ({ assignments, exclude }: Draft): readonly PlacedSelector[] => [
  ...assignments.flatMap(({ path, value: { match } }) =>
    match ? [{ path: [...path, 'match'], selector: match }] : [],
  ),
  ...exclude.map(({ path, value }) => ({ path, selector: value })),
];

/** All conditions of all selectors, those under `not` on their own. */
export const conditionsIn = (draft: Draft): readonly PlacedConditions[] =>
  selectorsIn(draft).flatMap(({ path, selector }) => (selector === 'all' ? [] : within(path, selector)));

const within = (path: Path, conditions: DraftConditions): readonly PlacedConditions[] => [
  { path, conditions },
  ...(conditions.not ? within([...path, 'not'], conditions.not) : []),
];
