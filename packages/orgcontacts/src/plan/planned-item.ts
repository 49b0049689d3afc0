import type { AccountId } from '../contact/account-id.ts';
import type { ContactField } from '../contact/contact.ts';
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

/** What a change or finding is about: one contact type of one account. */
export interface PlannedItem {
  readonly account: PlannedAccount;
  readonly type: ContactType;
  readonly because: Because;
}
