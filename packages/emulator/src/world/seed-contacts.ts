import { pick } from './random.ts';
import type { AlternateContact, ContactType } from './world.ts';

/** What somebody once typed in by hand: the same people in several spellings, one with blanks that AWS keeps. */
const byHand = {
  SECURITY: [
    { Name: 'Mary Major', Title: 'Security', EmailAddress: 'mary.major@example.com', PhoneNumber: '+1(555)555-5555' },
    { Name: 'SOC', Title: 'Security Operations', EmailAddress: 'soc@example.com', PhoneNumber: '+1 555 555 5510' },
    { Name: ' SOC ', Title: 'Security Operations', EmailAddress: 'SOC@example.com', PhoneNumber: '5555555510' },
  ],
  BILLING: [
    { Name: 'Accounts Payable', Title: 'Finance', EmailAddress: 'billing@example.com', PhoneNumber: '+1(555)555-5501' },
    { Name: 'Finance', Title: 'Finance', EmailAddress: 'finance-old@example.com', PhoneNumber: '+1(555)555-5500' },
  ],
  OPERATIONS: [
    { Name: 'Operations', Title: 'Operations', EmailAddress: 'ops@example.com', PhoneNumber: '+1(555)555-5520' },
  ],
} as const satisfies Readonly<Record<ContactType, readonly [AlternateContact, ...AlternateContact[]]>>;

/** How often a contact is set: mostly it is not. */
const likelihood: Readonly<Record<ContactType, number>> = { SECURITY: 0.2, BILLING: 0.15, OPERATIONS: 0.08 };

/** The contacts of one account, set here and there. */
export const seedContacts = (random: () => number): Partial<Record<ContactType, AlternateContact>> => {
  const contacts: Partial<Record<ContactType, AlternateContact>> = {};
  for (const type of ['BILLING', 'OPERATIONS', 'SECURITY'] as const) {
    if (random() < likelihood[type]) contacts[type] = { ...pick<AlternateContact>(random, byHand[type]) };
  }
  return contacts;
};
