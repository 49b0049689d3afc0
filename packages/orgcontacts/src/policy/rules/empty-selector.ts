import type { DraftSelector } from '../draft.ts';
import { atValue, type Rule } from '../rule.ts';
import { selectorsIn } from '../selectors-in.ts';

/** A match without a condition, neither all nor anything else; or a condition on tags that names none. */
export const emptySelector: Rule = (draft) =>
  selectorsIn(draft).flatMap(({ path, selector }) => {
    if (isEmpty(selector)) return [atValue(draft.source, path, noCondition)];
    return selector !== 'all' && selector.tag?.size === 0 ? [atValue(draft.source, [...path, 'tag'], noTag)] : [];
  });

const isEmpty = (selector: DraftSelector): boolean =>
  selector !== 'all' && !selector.ou && !selector.account && (selector.tag?.size ?? 0) === 0;

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
