import type { AccountId } from '../contact/account-id.ts';
import type { Contact, ContactField } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';

/** The account of a change as the plan saw it; apply looks again, and skips what moved or changed state. */
export interface PlannedAccount {
  readonly id: AccountId;
  readonly name: string;
  /** The id of the unit that it was in; null when that was not read. */
  readonly unit: string | null;
}

/** The assignment behind a change or finding, for people to read; nothing is decided on it. */
export interface Because {
  /** `file:line` of the assignment, or the run that is undone. */
  readonly where: string;
  readonly selector: string;
  /** Null where no contact is wanted, and for one that stands in the assignment itself. */
  readonly contactName: string | null;
  /** Fields that come from outside the policy file, and are never shown on a screen. */
  readonly masked: readonly ContactField[];
}

interface Item {
  readonly account: PlannedAccount;
  readonly type: ContactType;
  readonly because: Because;
}

/** One write that a plan means to make. */
export type Change =
  | (Item & { readonly kind: 'create'; readonly before: null; readonly after: Contact })
  | (Item & { readonly kind: 'update'; readonly before: Contact; readonly after: Contact })
  | (Item & { readonly kind: 'delete'; readonly before: Contact; readonly after: null });

/** Something that differs from the policy and that the winning assignment's mode keeps us from changing. */
export interface Finding extends Item {
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
