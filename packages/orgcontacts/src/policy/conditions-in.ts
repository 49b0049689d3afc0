import type { Draft } from './draft.ts';
import type { DraftConditions, DraftSelector } from './draft-selector.ts';
import type { Path } from './source.ts';

/** The conditions of one selector, or those under its `not`, and the way to them. */
export interface PlacedConditions {
  readonly path: Path;
  readonly conditions: DraftConditions;
}

/** All conditions of all selectors that could be read, of assignments and of exclusions; those under `not` on their own. */
export const conditionsIn = ({ assignments, exclude }: Draft): readonly PlacedConditions[] => [
  ...assignments.flatMap(({ path, value: { match } }) => (match ? conditionsWithin([...path, 'match'], match) : [])),
  ...exclude.flatMap(({ path, value }) => conditionsWithin(path, value)),
];

/** The conditions of the selector at a path; those under its `not` on their own. */
export const conditionsWithin = (path: Path, selector: DraftSelector): readonly PlacedConditions[] =>
  selector === 'all'
    ? []
    : [{ path, conditions: selector }, ...(selector.not ? conditionsWithin([...path, 'not'], selector.not) : [])];
