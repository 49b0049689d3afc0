import type { AccountId } from '../contact/account-id.ts';
import type { Contact } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { Observed } from '../contact/observed.ts';

/** How one assignment fared, in words. */
export interface ExplainedContender {
  /** `file:line` of the assignment. */
  readonly where: string;
  readonly selector: string;
  /** `contact NAME`, `absent` or `unmanaged`. */
  readonly wants: string;
  readonly mode: string;
  readonly verdict: 'won' | 'weaker' | 'tied' | 'no-match' | 'unknown';
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
  /** What a plan would do, in words. */
  readonly result: string;
}
