import type { Draft, RawSelector } from './draft.ts';
import type { Path } from './source.ts';

/** One selector of the file, and the way to it. */
export interface PlacedSelector {
  readonly path: Path;
  readonly selector: RawSelector;
}

/** Every selector that could be read: of assignments and of exclusions. */
export const selectorsIn = ({ assignments, exclude }: Draft): readonly PlacedSelector[] => [
  ...assignments.map(({ path, value }) => ({ path: [...path, 'match'], selector: value.match })),
  ...exclude.map(({ path, value }) => ({ path, selector: value })),
];

/** The values of a condition that may be one value or a list, with the way to each. */
export const valuesOf = (
  condition: string | readonly string[] | undefined,
  path: Path,
): readonly { readonly value: string; readonly path: Path }[] => {
  if (condition === undefined) return [];
  return typeof condition === 'string'
    ? [{ value: condition, path }]
    : condition.map((value, index) => ({ value, path: [...path, index] }));
};
