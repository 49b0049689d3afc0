import type { AccountId } from '../contact/account-id.ts';
import type { Failure } from '../failure/failure.ts';

/** Something about an account that is known, or could not be read. */
export type Known<Value> =
  | { readonly kind: 'known'; readonly value: Value }
  | { readonly kind: 'unreadable'; readonly failure: Failure };

/** One step on the way from the root down to an account. */
export interface UnitStep {
  readonly id: string;
  /** Names from below the root, joined by `/`, with `\/` for a slash inside a name; `/` is the root; null when nobody asked for it. */
  readonly path: string | null;
}

/** What a selector looks at in an account. */
export interface Subject {
  readonly id: AccountId;
  readonly name: string;
  readonly isManagement: boolean;
  readonly tags: Known<Readonly<Record<string, string>>>;
  /** From the root to the account's own unit. */
  readonly units: Known<readonly UnitStep[]>;
}
