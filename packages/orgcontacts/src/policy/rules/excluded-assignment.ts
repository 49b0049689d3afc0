import type { DraftSelector } from '../draft-selector.ts';
import { atValue, type Rule } from '../rule.ts';
import { selectorKey } from '../selector-key.ts';

/** An assignment whose accounts are all excluded, as far as the file alone shows. */
export const excludedAssignment: Rule = ({ source, assignments, exclude }) => {
  const selectors = exclude.map(({ value }) => value).filter(isWhole);
  const keys = new Set(selectors.map(selectorKey));
  const accounts = new Set(selectors.flatMap(accountsOf));
  const isExcluded = (match: DraftSelector): boolean => {
    const listed = match === 'all' ? [] : (match.account ?? []).map(({ text }) => text);
    return (
      keys.has('all') || keys.has(selectorKey(match)) || (listed.length > 0 && listed.every((id) => accounts.has(id)))
    );
  };
  return assignments.flatMap(({ path, value: { match } }) =>
    match && isWhole(match) && isExcluded(match)
      ? [
          atValue(source, path, {
            code: 'excluded-assignment',
            message: 'Every account that this assignment is for is excluded.',
            help: 'Remove it, or the exclusion.',
          }),
        ]
      : [],
  );
};

const isWhole = (selector: DraftSelector): boolean => selector === 'all' || selector.isWhole;

/** The accounts that a selector surely matches: those that it lists, if it asks nothing else of them. */
const accountsOf = (selector: DraftSelector): readonly string[] => {
  if (selector === 'all') return [];
  const { account, isWhole: _, ...others } = selector;
  return account && Object.keys(others).length === 0 ? account.map(({ text }) => text) : [];
};
