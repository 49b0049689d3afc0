import type { AccountId } from '../contact/account-id.ts';

/** One thing a selector asks of an account. A list inside a condition means any of them, and is still one condition. */
export type Condition =
  | { readonly kind: 'all' }
  | { readonly kind: 'account'; readonly ids: readonly AccountId[] }
  /** Paths below the root or `ou-…`/`r-…` ids; the units below are included. */
  | { readonly kind: 'ou'; readonly units: readonly string[] }
  /** One tag key; a value may hold the wildcards `*` and `?`. */
  | { readonly kind: 'tag'; readonly key: string; readonly values: readonly string[] };

/** Which accounts an assignment is for: those for which every condition holds. Never empty. */
export type Selector = readonly Condition[];
