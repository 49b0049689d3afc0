import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Contact } from './contact.ts';
import { contactToSend } from './contact-constraints.ts';
import { maskContact, maskText } from './mask-contact.ts';
import { normalizeContact } from './normalize-contact.ts';
import { contactKey, sameContact } from './same-contact.ts';

/** Contacts of so few letters that equal ones turn up often. */
const fields = fc.constantFrom('a', 'A', ' a', 'a ', 'b', '', '"', '","');
const emails = fc.constantFrom('a@x.y', 'A@x.y', 'a@X.Y', ' a@x.y', 'a@x.y\t', 'b@x.y', 'a', 'A');
const contacts: fc.Arbitrary<Contact> = fc.record({ name: fields, title: fields, email: emails, phone: fields });

it('gives two contacts one key exactly when they are the same', () => {
  fc.assert(
    fc.property(contacts, fc.oneof(contacts, emails), (one, change) => {
      const other = typeof change === 'string' ? { ...one, email: change } : change;
      expect(contactKey(one) === contactKey(other)).toBe(sameContact(one, other));
    }),
    { numRuns: 1_000 },
  );
});

it('normalizes once and for all, to the same contact', () => {
  const anything = fc.record({ name: fc.string(), title: fc.string(), email: fc.string(), phone: fc.string() });
  fc.assert(
    fc.property(fc.oneof(contacts, anything), (contact) => {
      const normal = normalizeContact(contact);
      expect(normalizeContact(normal)).toEqual(normal);
      expect(sameContact(contact, normal)).toBe(true);
      expect(sameContact(contact, contactToSend(contact))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

// A mask is at most twelve characters long, so a longer text cannot stand in it; shorter ones must not by chance.
const words = fc.string({ unit: fc.constantFrom(...'ghijklmnopqrstuvwxyzGHIJ -+()'), minLength: 2, maxLength: 30 });

it('never shows a text of two characters or more in its mask', () => {
  const long = fc.string({ unit: 'grapheme', minLength: 13 });
  fc.assert(
    fc.property(fc.oneof(words, long), (text) => {
      expect(maskText(text)).not.toContain(text);
    }),
    { numRuns: 500 },
  );
});

it('never shows a field of a contact in its mask', () => {
  const domains = fc.constantFrom('', '@', '@example.com', '@x.y');
  const addresses = fc.tuple(fc.oneof(words, fc.constant('')), domains).map((parts) => parts.join(''));
  const hidden = fc.record({ name: words, title: words, email: addresses, phone: words });
  fc.assert(
    fc.property(hidden, (contact) => {
      const masked = maskContact(contact);
      for (const field of ['name', 'title', 'email', 'phone'] as const) {
        if (contact[field].length > 1) expect(masked[field]).not.toContain(contact[field]);
      }
    }),
    { numRuns: 500 },
  );
});

it('gives equal contacts equal masks', () => {
  fc.assert(
    fc.property(contacts, (contact) => {
      expect(maskContact({ ...contact })).toEqual(maskContact(contact));
    }),
  );
});
