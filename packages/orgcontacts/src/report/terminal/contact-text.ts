import { type Contact, contactFields } from '../../contact/contact.ts';
import { maskContact } from '../../contact/mask-contact.ts';
import { printable } from '../../diagnostic/printable.ts';
import type { Style } from '../style.ts';

/** One contact in one line: `Mary Major · Security Contact · security-contact@example.com · +1(555)555-5555`. */
export const contactText = (contact: Contact, style: Style): string => {
  const shown = shownContact(contact, style);
  return contactFields.map((field) => printable(shown[field])).join(' · ');
};

/** Only what differs: `phone "+1 555" -> "+1 556"`. Quoted, since blanks count. */
export const differenceText = (before: Contact, after: Contact, style: Style): string => {
  const from = shownContact(before, style);
  const to = shownContact(after, style);
  return contactFields
    .filter((field) => before[field] !== after[field])
    .map((field) => `${field} ${quote(from[field])} → ${quote(to[field])}`)
    .join(', ');
};

const shownContact = (contact: Contact, { values }: Style): Contact =>
  values === 'whole' ? contact : maskContact(contact);

const quote = (text: string): string => `"${printable(text)}"`;
