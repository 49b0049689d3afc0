import { atValue, type Rule } from '../rule.ts';
import { selectorsIn, valuesOf } from '../selectors-in.ts';

/** An account stands twice in one list. */
export const repeatedAccount: Rule = (draft) =>
  selectorsIn(draft).flatMap(({ path, selector }) => {
    if (selector === 'all') return [];
    const values = valuesOf(selector.account, [...path, 'account']);
    return values
      .filter(({ value }, index) => values.findIndex((other) => other.value === value) < index)
      .map(({ value, path: at }) =>
        atValue(draft.source, at, {
          code: 'repeated-account',
          severity: 'warning',
          message: `Account ${value} stands in this list already.`,
          help: 'Remove it, or put in the account that was meant.',
        }),
      );
  });
