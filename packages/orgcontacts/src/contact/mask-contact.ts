import { type Contact, type ContactField, contactFields } from './contact.ts';

/**
 * Hides a contact from places where nobody asked for personal data, so that different values still look different:
 * the first character and a short digest are kept. Only some of its fields are hidden when they are named. Pure.
 *
 * @example
 * ```ts
 * import { type Contact, maskContact } from 'orgcontacts';
 *
 * const logged = (contact: Contact): string => {
 *   const { name, email } = maskContact(contact);
 *   return `${name} <${email}>`;
 * };
 * ```
 */
export const maskContact = (contact: Contact, fields: readonly ContactField[] = contactFields): Contact => ({
  ...contact,
  ...Object.fromEntries(fields.map((field) => [field, maskField(field, contact[field])])),
});

const maskField = (field: ContactField, value: string): string =>
  field === 'email' ? maskEmail(value) : maskText(value);

/** Hides one value, as `M***·3f9a1c`. */
export const maskText = (text: string): string => (text === '' ? '' : `${[...text][0]}***·${digest(text)}`);

const maskEmail = (email: string): string => {
  const at = email.lastIndexOf('@');
  return at <= 0 ? maskText(email) : `${maskText(email.slice(0, at))}${email.slice(at)}`;
};

/** FNV-1a folded to 24 bits: tells the values of one organization apart; it is no secret-keeping hash and needs to be none. */
const digest = (text: string): string => {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return ((hash >>> 24) ^ (hash & 0xffffff)).toString(16).padStart(6, '0');
};
