import { atValue, type Rule } from '../rule.ts';
import { selectorsIn } from '../selectors-in.ts';

/** An account stands twice in one list. */
export const repeatedAccount: Rule = (draft) =>
  selectorsIn(draft).flatMap(({ selector }) => {
    const seen = new Set<string>();
    return (selector === 'all' ? [] : (selector.account ?? []))
      .filter(({ text }) => seen.has(text) || !seen.add(text))
      .map(({ text, path }) =>
        atValue(draft.source, path, {
          code: 'repeated-account',
          severity: 'warning',
          message: `Account ${text} stands in this list already.`,
          help: 'Remove it, or put in the account that was meant.',
        }),
      );
  });
