import type { KeyOf } from './tally-coverage.ts';

/** What contacts are mostly counted by. A unit that nobody read the path of is its id; an account without a tag has the value `(none)`. */
export const tallyKeys = {
  type: (_, { type }) => type,
  unit: ({ unit, unitId }) => unit ?? unitId ?? '(unknown)',
} satisfies Readonly<Record<string, KeyOf>>;

/** Counts by the value of a tag; `(none)` without it, `(unknown)` where tags were not read. */
export const byTag =
  (key: string): KeyOf =>
  ({ tags }) =>
    tags === null ? '(unknown)' : Object.hasOwn(tags, key) ? (tags[key] ?? '') : '(none)';
