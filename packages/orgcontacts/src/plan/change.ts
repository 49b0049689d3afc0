import type { AccountId } from '../contact/account-id.ts';
import type { Contact } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { PlannedItem } from './planned-item.ts';

/** One write that a plan means to make. */
export type Change =
  | (PlannedItem & { readonly kind: 'create'; readonly before: null; readonly after: Contact })
  | (PlannedItem & { readonly kind: 'update'; readonly before: Contact; readonly after: Contact })
  | (PlannedItem & { readonly kind: 'delete'; readonly before: Contact; readonly after: null });

/** Something that differs from the policy and that the winning assignment's mode keeps us from changing. */
export interface Finding extends PlannedItem {
  readonly kind: 'missing' | 'differs' | 'unwanted';
  readonly live: Contact | null;
  readonly wanted: Contact | null;
  readonly mode: 'fill-missing' | 'report-only';
  /** A weaker assignment would have written here. */
  readonly holdsBack: boolean;
}

/** An account, or one contact type of it, that a plan does not touch, and why. */
export type LeftAlone = {
  readonly accountId: AccountId;
  readonly accountName: string;
  /** Null when the whole account is left alone. */
  readonly type: ContactType | null;
  readonly detail: string;
} & { readonly kind: 'excluded' | 'not-active' | 'unmanaged' | 'unreachable' | 'unresolved' | 'unreadable' };
