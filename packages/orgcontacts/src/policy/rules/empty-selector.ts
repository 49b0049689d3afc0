import type { DraftSelector } from '../draft.ts';
import { atValue, type Rule } from '../rule.ts';
import { selectorsIn } from '../selectors-in.ts';

/** A match without a condition, neither all nor anything else; or a condition on tags that names none. */
export const emptySelector: Rule = (draft) =>
  selectorsIn(draft).flatMap(({ path, selector }) => {
    // A selector that could not be read as a whole is not empty: it says something, and that is diagnosed.
    if (selector === 'all' || !selector.isWhole) return [];
    if (isEmpty(selector)) return [atValue(draft.source, path, noCondition)];
    return selector.tag?.size === 0 ? [atValue(draft.source, [...path, 'tag'], noTag)] : [];
  });

const isEmpty = ({ ou, account, tag }: Exclude<DraftSelector, 'all'>): boolean =>
  !ou && !account && (tag?.size ?? 0) === 0;

const noCondition = {
  code: 'empty-selector',
  message: 'This match has no condition.',
  help: 'Say match: all for every account, or ou, tag or account.',
} as const;

const noTag = {
  code: 'empty-selector',
  message: 'This condition on tags names no tag.',
  help: 'Name a tag key and its value, or leave the condition out.',
} as const;
