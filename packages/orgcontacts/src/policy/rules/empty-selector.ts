import { atValue, type Rule } from '../rule.ts';
import { selectorsIn } from '../selectors-in.ts';

/** A match without a condition: neither all nor anything else. */
export const emptySelector: Rule = (draft) =>
  selectorsIn(draft)
    .filter(
      ({ selector }) =>
        selector !== 'all' && !selector.ou && !selector.account && Object.keys(selector.tag ?? {}).length === 0,
    )
    .map(({ path }) =>
      atValue(draft.source, path, {
        code: 'empty-selector',
        message: 'This match has no condition.',
        help: 'Say all for every account, or ou, tag or account.',
      }),
    );
