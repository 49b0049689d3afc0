import type { AccountId } from '../contact/account-id.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { Observed } from '../contact/observed.ts';

/** The contacts of one account as they were read, or why nobody could ask. */
export type ObservedAccount =
  | { readonly kind: 'asked'; readonly byType: Readonly<Partial<Record<ContactType, Observed>>> }
  | { readonly kind: 'unreachable'; readonly because: string };

/** What was read, by account; an account that is missing here was not asked at all. */
export type ObservedOrg = ReadonlyMap<AccountId, ObservedAccount>;
