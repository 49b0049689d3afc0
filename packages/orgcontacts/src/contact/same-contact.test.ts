import { expect, it } from 'vitest';
import type { Contact } from './contact.ts';
import { normalizeContact } from './normalize-contact.ts';
import { contactKey, sameContact, sameOrNone } from './same-contact.ts';

const mary: Contact = { name: 'Mary Major', title: 'Security', email: 'Mary.Major@example.com', phone: '+1 555 0100' };

it.each<[string, Partial<Contact>]>([
  ['itself', {}],
  ['blanks around the e-mail address', { email: '  Mary.Major@example.com\t' }],
  ['other case in the domain', { email: 'Mary.Major@EXAMPLE.Com' }],
])('holds a contact for the same with %s', (_, change) => {
  const other = { ...mary, ...change };
  expect(sameContact(mary, other)).toBe(true);
  expect(contactKey(mary)).toBe(contactKey(other));
});

it.each<[string, Partial<Contact>]>([
  ['other case before the @', { email: 'mary.major@example.com' }],
  ['blanks inside the e-mail address', { email: 'Mary.Major @example.com' }],
  ['blanks around the name', { name: ' Mary Major' }],
  ['blanks around the title', { title: 'Security ' }],
  ['blanks around the phone', { phone: '+1 555 0100 ' }],
  ['the phone written otherwise', { phone: '+15550100' }],
  ['other case in the name', { name: 'mary major' }],
  ['another title', { title: 'Operations' }],
])('holds a contact for another with %s', (_, change) => {
  const other = { ...mary, ...change };
  expect(sameContact(mary, other)).toBe(false);
  expect(contactKey(mary)).not.toBe(contactKey(other));
});

it('normalizes the e-mail address and nothing else', () => {
  const blanks = { name: ' Mary ', title: ' T ', email: ' M@EXAMPLE.com ', phone: ' 5 ' };
  expect(normalizeContact(blanks)).toEqual({ ...blanks, email: 'M@example.com' });
});

it('takes the last @ for the beginning of the domain, and an address without one as it is', () => {
  expect(normalizeContact({ ...mary, email: 'A@B@C.D' }).email).toBe('A@B@c.d');
  expect(normalizeContact({ ...mary, email: ' Mary ' }).email).toBe('Mary');
});

it('holds none for the same as none, and as nothing else', () => {
  expect(sameOrNone(null, null)).toBe(true);
  expect(sameOrNone(mary, null)).toBe(false);
  expect(sameOrNone(null, mary)).toBe(false);
  expect(sameOrNone(mary, { ...mary })).toBe(true);
});

it('tells contacts apart whose fields only run together', () => {
  const one = { ...mary, name: 'a","b', title: 'c' };
  const other = { ...mary, name: 'a', title: 'b","c' };
  expect(contactKey(one)).not.toBe(contactKey(other));
});
