import type { RawSelector } from './draft.ts';

/** One text per distinct selector: the order of keys and of values in lists does not matter. */
export const selectorKey = (selector: RawSelector): string => {
  if (selector === 'all') return 'all';
  const { ou, tag, account } = selector;
  const tags = Object.entries(tag ?? {}).map(([key, values]) => [key, sorted(values)]);
  return JSON.stringify([sorted(ou), sorted(account), tags.sort(byKey)]);
};

const sorted = (values: string | readonly string[] | undefined): readonly string[] =>
  values === undefined ? [] : [...new Set(typeof values === 'string' ? [values] : values)].sort();

const byKey = (one: readonly unknown[], other: readonly unknown[]): number =>
  String(one[0]) < String(other[0]) ? -1 : 1;
