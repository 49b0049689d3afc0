import type { AccountId } from '../contact/account-id.ts';
import type { ContactType } from '../contact/contact-type.ts';

/** Which contacts of which account to read. */
export interface ContactsWanted {
  readonly accountId: AccountId;
  readonly types: readonly ContactType[];
}
