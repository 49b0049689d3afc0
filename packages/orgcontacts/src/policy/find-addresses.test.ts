import { describe, expect, it } from 'vitest';
import { findAddresses, isSameAddress } from './find-addresses.ts';
import { withContacts } from './policy-text.builder.ts';
import { type ParseOptions, readPolicyText } from './read-policy-text.ts';

const rest = 'name: O, title: T, phone: "+5"';

const found = (text: string, options: ParseOptions = {}) => {
  const { draft } = readPolicyText(text, 'contacts.yaml', options);
  return (draft ? findAddresses(draft) : []).map(({ email, contactName, place: { line }, isReference, scalar }) => ({
    email,
    contactName,
    line,
    isReference,
    isWritten: scalar !== undefined,
  }));
};

const mary = { email: 'mary@example.com', contactName: 'desk', line: 3, isReference: false, isWritten: true };

describe('finds', () => {
  it('the addresses of contacts, and then those inside assignments, without the blanks around them', () => {
    const text = withContacts(`other: { ${rest}, email: " Other@example.com " }`).replace(
      'security: desk',
      `security: desk, billing: { ${rest}, email: own@example.com }`,
    );
    expect(found(text)).toEqual([
      mary,
      { ...mary, email: 'Other@example.com', contactName: 'other', line: 4 },
      { ...mary, email: 'own@example.com', contactName: null, line: 6 },
    ]);
  });

  it('those that come from outside, and says so', () => {
    const text = withContacts().replace('mary@example.com', '"${env:ORGCONTACTS_MAIL}"');
    expect(found(text, { readReference: () => ({ kind: 'value', text: 'mary@example.com' }) })).toEqual([
      { ...mary, isReference: true },
    ]);
  });

  it('those behind an alias, which are not written there', () => {
    const text = withContacts('two: *one')
      .replace('desk: {', 'desk: &one {')
      .replace('security', 'billing: two, security');
    expect(found(text)).toEqual([mary, { ...mary, contactName: 'two', line: 4, isWritten: false }]);
  });

  it.each([
    ['is filled in for each account', withContacts().replace('mary@example.com', '"${account.id}@example.com"')],
    ['is all blanks', withContacts().replace('mary@example.com', '"  "')],
    ['is missing', withContacts().replace('email: mary@example.com, ', '')],
    ['cannot be read', withContacts().replace('mary@example.com', '"${env:HOME}"')],
  ])('none that %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('two addresses', () => {
  it.each([
    ['mary@example.com', 'mary@example.com'],
    ['MARY@Example.com', 'mary@example.COM'],
    [' mary@example.com', 'mary@example.com '],
    ['mary@example.com\t', 'mary@example.com'],
  ])('are the same: %j and %j', (one, other) => {
    expect(isSameAddress(one, other)).toBe(true);
    expect(isSameAddress(other, one)).toBe(true);
  });

  it('are not the same with a letter more', () => {
    expect(isSameAddress('mary@example.com', 'amary@example.com')).toBe(false);
  });
});
