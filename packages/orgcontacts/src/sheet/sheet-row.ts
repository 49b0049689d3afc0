import type { AccountId } from '../contact/account-id.ts';
import type { Contact } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { Place } from '../diagnostic/diagnostic.ts';

/** What a row of a sheet wants for an account and contact type; blank cells want nothing, and leave it as it is. */
export type SheetWant =
  | { readonly kind: 'contact'; readonly contact: Contact }
  | { readonly kind: 'absent' }
  | { readonly kind: 'leave' };

/** One row of a sheet that was read. */
export interface SheetRow {
  readonly accountId: AccountId;
  readonly type: ContactType;
  readonly want: SheetWant;
  /** Of the account id. */
  readonly place: Place;
}
