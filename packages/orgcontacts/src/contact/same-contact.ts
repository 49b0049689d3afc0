import { type Contact, contactFields } from './contact.ts';
import { normalizeContact } from './normalize-contact.ts';

/**
 * Whether AWS would hold two contacts for the same one: outer blanks of the e-mail address and the case of its domain do not count. Pure.
 *
 * @example
 * ```ts
 * import { type Contact, sameContact } from 'orgcontacts';
 *
 * const isOneOf = (contact: Contact, others: readonly Contact[]): boolean =>
 *   others.some((other) => sameContact(contact, other));
 * ```
 */
export const sameContact = (one: Contact, other: Contact): boolean => {
  const left = normalizeContact(one);
  const right = normalizeContact(other);
  return contactFields.every((field) => left[field] === right[field]);
};

/** Whether two contacts are the same, where null means that none is set. */
export const sameOrNone = (one: Contact | null, other: Contact | null): boolean =>
  one === null || other === null ? one === other : sameContact(one, other);

/** One text per distinct contact, to group equal ones. */
export const contactKey = (contact: Contact): string => {
  const { name, title, email, phone } = normalizeContact(contact);
  return JSON.stringify([name, title, email, phone]);
};
