import { type Contact, type ContactField, contactFields } from '../../contact/contact.ts';
import { maskContact } from '../../contact/mask-contact.ts';
import { printable } from '../../diagnostic/printable.ts';
import type { Style } from '../style.ts';

type Values = Pick<Style, 'values'>;

/** One contact in one line: `Mary Major · Security Contact · security-contact@example.com · +1(555)555-5555`. */
export const contactText = (contact: Contact, style: Values, masked: readonly ContactField[] = []): string => {
  const shown = shownContact(contact, style, masked);
  return contactFields.map((field) => printable(shown[field])).join(' · ');
};

/** Only what differs: `phone "+1 555" -> "+1 556"`. Quoted, since blanks count. */
export const differenceText = (
  before: Contact,
  after: Contact,
  style: Values,
  masked: readonly ContactField[] = [],
): string => {
  const from = shownContact(before, style, masked);
  const to = shownContact(after, style, masked);
  return contactFields
    .filter((field) => before[field] !== after[field])
    .map((field) => `${field} ${quote(from[field])} → ${quote(to[field])}`)
    .join(', ');
};

/** What comes from outside the policy is never shown whole, whoever asks. */
const shownContact = (contact: Contact, { values }: Values, masked: readonly ContactField[]): Contact =>
  maskContact(contact, values === 'whole' ? masked : contactFields);

const quote = (text: string): string => `"${printable(text)}"`;
