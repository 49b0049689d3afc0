import { conditionsIn } from '../conditions-in.ts';
import { atValue, type Rule } from '../rule.ts';

/** An account stands twice in one list. */
export const repeatedAccount: Rule = (draft) =>
  conditionsIn(draft).flatMap(({ conditions }) => {
    const seen = new Set<string>();
    return (conditions.account ?? [])
      .filter(({ text }) => seen.has(text) || !seen.add(text))
      .map(({ text, path }) =>
        atValue(draft.source, path, {
          code: 'repeated-account',
          message: `Account ${text} stands in this list already.`,
          help: 'Remove it, or put in the account that was meant.',
        }),
      );
  });
