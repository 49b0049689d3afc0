import { conditionsIn } from '../conditions-in.ts';
import type { DraftConditions } from '../draft-selector.ts';
import { atValue, type Rule } from '../rule.ts';

/** A match or a `not` without a condition; or a condition on tags that names none. */
export const emptySelector: Rule = (draft) =>
  conditionsIn(draft).flatMap(({ path, conditions }) => {
    // A selector that could not be read as a whole is not empty: it says something, and that is diagnosed.
    if (!conditions.isWhole) return [];
    if (isEmpty(conditions)) return [atValue(draft.source, path, path.at(-1) === 'not' ? noneNegated : noCondition)];
    return conditions.tag?.size === 0 ? [atValue(draft.source, [...path, 'tag'], noTag)] : [];
  });

const isEmpty = ({ account, management, ou, tag, name, not }: DraftConditions): boolean =>
  !account && management === undefined && !ou && (tag?.size ?? 0) === 0 && !name && !not;

const noCondition = {
  code: 'empty-selector',
  message: 'This match has no condition.',
  help: 'Say match: all for every account, or account, management, ou, tag, name or not.',
} as const;

const noneNegated = {
  code: 'empty-selector',
  message: 'This not has no condition.',
  help: 'Say what may not hold, or leave it out.',
} as const;

const noTag = {
  code: 'empty-selector',
  message: 'This condition on tags names no tag.',
  help: 'Name a tag key and its value, or leave the condition out.',
} as const;
