import type { AccountId } from '../contact/account-id.ts';

/** One thing a selector asks of an account. A list inside a condition means any of them, and is still one condition. */
export type Condition =
  | { readonly kind: 'all' }
  | { readonly kind: 'account'; readonly ids: readonly AccountId[] }
  /** Whether it is the organization's management account. */
  | { readonly kind: 'management'; readonly is: boolean }
  /** Paths below the root or `ou-…`/`r-…` ids; the units below are included. */
  | { readonly kind: 'ou'; readonly units: readonly string[] }
  /** One tag key; a value may hold the wildcards `*` and `?`. That the tag is there, whatever its value, is the value `*`. */
  | { readonly kind: 'tag'; readonly key: string; readonly values: readonly string[] }
  /** The account's name; it may hold the wildcards `*` and `?`. */
  | { readonly kind: 'name'; readonly names: readonly string[] }
  /** That not all of these conditions hold. */
  | { readonly kind: 'not'; readonly conditions: Selector };

/** Which accounts an assignment is for: those for which every condition holds. Never empty. */
export type Selector = readonly Condition[];

/** Every condition of a selector, those under `not` included: what it looks at. */
export const conditionsIn = (selector: Selector): readonly Condition[] =>
  selector.flatMap((condition) =>
    condition.kind === 'not' ? [condition, ...conditionsIn(condition.conditions)] : [condition],
  );
