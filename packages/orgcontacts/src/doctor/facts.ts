import type { AccountId } from '../contact/account-id.ts';
import type { Failure, Result } from '../failure/failure.ts';
import type { Identity, OrganizationFacts } from '../gateway/answers.ts';

/** Something that was asked, and is known or could not be read. */
export type Fact<Value> =
  | { readonly kind: 'known'; readonly value: Value }
  | { readonly kind: 'unreadable'; readonly failure: Failure };

/** What can be found out about a caller and its organization without reading a contact. */
export interface Facts {
  readonly identity: Result<Identity>;
  readonly organization: Result<OrganizationFacts>;
  /** Whether Account Management has trusted access. */
  readonly trustedAccess: Fact<boolean>;
  /** The delegated administrators for Account Management. */
  readonly administrators: Fact<readonly AccountId[]>;
}

/** A fact from the outcome of a call. */
export const factOf = <Value>(result: Result<Value>): Fact<Value> =>
  result.kind === 'ok' ? { kind: 'known', value: result.value } : { kind: 'unreadable', failure: result.failure };
