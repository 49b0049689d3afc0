import { compareText } from '../../contact/compare-text.ts';
import type { FactoredAssignment, FactoredMatch } from './factored.ts';

/** Assignments of one kind that want the same become one, and all list their members in the order of their texts. Pure. */
export const mergeEqual = (assignments: readonly FactoredAssignment[]): readonly FactoredAssignment[] => {
  const merged = new Map<string, FactoredAssignment>();
  for (const { match, wants } of assignments) {
    const key = `${match.kind} ${JSON.stringify(wants)}`;
    merged.set(key, { match: join(merged.get(key)?.match, match), wants });
  }
  return [...merged.values()];
};

const join = (one: FactoredMatch | undefined, other: FactoredMatch): FactoredMatch => {
  switch (other.kind) {
    case 'all':
      return other;
    case 'units':
      return { kind: 'units', units: unite(one?.kind === 'units' ? one.units : [], other.units) };
    case 'tag':
      return { kind: 'tag', values: unite(one?.kind === 'tag' ? one.values : [], other.values) };
    case 'accounts':
      return { kind: 'accounts', ids: unite(one?.kind === 'accounts' ? one.ids : [], other.ids) };
    default:
      return other satisfies never;
  }
};

const unite = (some: readonly string[], others: readonly string[]): readonly string[] =>
  [...new Set([...some, ...others])].sort(compareText);
