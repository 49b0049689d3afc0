import type { DraftSelector, DraftValue } from './draft.ts';

/** One text per distinct selector: the order of keys and of values in lists does not matter. */
export const selectorKey = (selector: DraftSelector): string => {
  if (selector === 'all') return 'all';
  const { ou, tag, account } = selector;
  const tags = [...(tag ?? [])].map(([key, values]) => [key, sorted(values)] as const);
  return JSON.stringify([sorted(ou), sorted(account), tags.sort(([one], [other]) => (one < other ? -1 : 1))]);
};

const sorted = (values: readonly DraftValue[] = []): readonly string[] =>
  [...new Set(values.map(({ text }) => text))].sort();
