import type { Draft, DraftSelector } from './draft.ts';
import type { Path } from './source.ts';

/** One selector of the file, and the way to it. */
export interface PlacedSelector {
  readonly path: Path;
  readonly selector: DraftSelector;
}

/** Every selector that could be read: of assignments and of exclusions. */
export const selectorsIn = ({ assignments, exclude }: Draft): readonly PlacedSelector[] => [
  ...assignments.flatMap(({ path, value: { match } }) =>
    match ? [{ path: [...path, 'match'], selector: match }] : [],
  ),
  ...exclude.map(({ path, value }) => ({ path, selector: value })),
];
