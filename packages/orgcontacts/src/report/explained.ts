import type { AccountId } from '../contact/account-id.ts';
import type { Contact, ContactField } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { Observed } from '../contact/observed.ts';

/** How one assignment fared, in words. */
export interface ExplainedContender {
  /** `file:line` of the assignment. */
  readonly where: string;
  readonly selector: string;
  /** The name of a contact, `a contact of its own`, `absent` or `unmanaged`. */
  readonly wants: string;
  readonly mode: string;
  readonly verdict: 'won' | 'weaker' | 'tied' | 'undecided' | 'unfilled' | 'no-match' | 'unknown';
  /** The verdict with its reason, in words. */
  readonly because: string;
}

/** Which assignments decide about one contact type, and where. */
export interface ExplainedType {
  readonly type: ContactType;
  readonly assignments: readonly (Omit<ExplainedContender, 'verdict' | 'because'> & {
    readonly accounts: number;
    readonly units: readonly string[];
  })[];
  /** Accounts for which no assignment names the type. */
  readonly unnamed: number;
  readonly unresolved: number;
}

/** Why one account has, or gets, what it does for one contact type. */
export interface Explained {
  readonly accountId: AccountId;
  readonly accountName: string;
  readonly unit: string;
  readonly type: ContactType;
  readonly contenders: readonly ExplainedContender[];
  readonly live:
    | Observed
    | { readonly kind: 'unreachable'; readonly because: string }
    | { readonly kind: 'not-read'; readonly because: string };
  readonly wanted: Contact | null;
  /** Fields that are never shown on a screen. */
  readonly masked: readonly ContactField[];
  /** What a plan would do, in words. */
  readonly result: string;
}
