import type { DraftConditions, DraftSelector, DraftValue } from './draft-selector.ts';

/** One text per distinct selector: the order of keys and of values in lists does not matter. */
export const selectorKey = (selector: DraftSelector): string =>
  selector === 'all' ? 'all' : JSON.stringify(conditionsKey(selector));

const conditionsKey = ({ account, management, ou, tag, name, not }: DraftConditions): readonly unknown[] => {
  const tags = [...(tag ?? [])].map(([key, values]) => [key, sorted(values)] as const);
  return [
    ...[account, ou, name].map(sorted),
    management ?? null,
    tags.sort(([one], [other]) => (one < other ? -1 : 1)),
    not ? conditionsKey(not) : null,
  ];
};

const sorted = (values: readonly DraftValue[] = []): readonly string[] =>
  [...new Set(values.map(({ text }) => text))].sort();
