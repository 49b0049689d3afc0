import type { ContactType } from '../contact/contact-type.ts';
import { sameContact } from '../contact/same-contact.ts';
import type { Assignment, Want } from '../policy/policy.ts';

/** Whether two assignments come to the same for a contact type, so that it does not matter which of them wins. */
export const sameWant = (type: ContactType, one: Assignment, other: Assignment): boolean =>
  one.mode === other.mode && sameWish(one.wants[type], other.wants[type]);

const sameWish = (one: Want | undefined, other: Want | undefined): boolean => {
  if (one?.kind === 'contact' && other?.kind === 'contact') return sameContact(one.contact, other.contact);
  return one?.kind === other?.kind;
};
