import type { Contact } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { Change } from '../plan/change.ts';
import type { Verdict } from '../resolve/explain.ts';

/** What the page says about one account, beyond its cells. */
export interface AccountPage {
  readonly id: string;
  readonly byType: Readonly<Record<ContactType, readonly ShownContender[]>>;
  /** How many other assignments name the type and do not match. */
  readonly unmatched: Readonly<Record<ContactType, number>>;
  /** The newest first. */
  readonly history: readonly PastChange[];
}

/** How one assignment fared. */
export interface ShownContender {
  /** Its index in the snapshot. */
  readonly assignment: number;
  readonly verdict: Verdict['kind'];
  readonly because: string;
}

/** What a run did to a contact. */
export interface PastChange {
  readonly run: string;
  readonly at: string;
  readonly type: ContactType;
  readonly kind: Change['kind'];
  readonly before: Contact | null;
  readonly after: Contact | null;
  /** In words. */
  readonly outcome: string;
}
