import { expect, it } from 'vitest';
import { contactFields } from '../contact/contact.ts';
import { parse, withAssignments, withContacts } from './policy-text.builder.ts';
import type { ParseOptions } from './read-policy-text.ts';

const policyOf = (text: string, options: ParseOptions = {}) => {
  const parsed = parse(text, options);
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.policy;
};

const fields = { name: 'Own', title: 'Billing', email: 'own@example.com', phone: '+1 555 0102' };
const written = (overrides: Readonly<Record<string, string>> = {}): string =>
  `{ ${Object.entries({ ...fields, ...overrides })
    .map(([field, text]) => `${field}: ${JSON.stringify(text)}`)
    .join(', ')} }`;

it('takes the contact of a name from its section, also where another stands under a key of that name', () => {
  const text = withContacts(`billing: ${written({ name: 'Named' })}`).replace(
    'security: desk',
    `security: billing, operations: desk, billing: ${written()}`,
  );
  const { SECURITY, BILLING } = policyOf(text).assignments[0]?.wants ?? {};
  expect(SECURITY).toMatchObject({ kind: 'contact', contactName: 'billing', contact: { name: 'Named' } });
  expect(BILLING).toMatchObject({ kind: 'contact', contactName: null, contact: { name: 'Own' } });
});

it.each(contactFields)('fills a contact in for each account where only its %s holds a variable', (field) => {
  const text = withAssignments(
    '- { match: all, security: desk }',
    `- { match: { ou: A }, billing: ${written({ [field]: `${fields[field]}\${tag.x}` })} }`,
  );
  const want = policyOf(text).assignments[1]?.wants.BILLING;
  expect(want).toMatchObject({
    kind: 'template',
    contactName: null,
    masked: [],
    fields: {
      [field]: [
        { kind: 'text', text: fields[field] },
        { kind: 'tag', key: 'x', otherwise: null },
      ],
    },
  });
});

it.each(contactFields)('masks the %s where it alone comes from outside, filled in or not', (field) => {
  const options: ParseOptions = { readReference: () => ({ kind: 'value', text: fields[field] }) };
  const wantOf = (overrides: Readonly<Record<string, string>>) =>
    policyOf(
      withAssignments('- { match: all, security: desk }', `- { match: { ou: A }, billing: ${written(overrides)} }`),
      options,
    ).assignments[1]?.wants.BILLING;
  const outside = { [field]: '${env:ORGCONTACTS_X}' };
  expect(wantOf(outside)).toEqual({ kind: 'contact', contactName: null, masked: [field], contact: fields });
  const title = field === 'title' ? { name: '${tag.x}' } : { title: '${tag.x}' };
  expect(wantOf({ ...outside, ...title })).toMatchObject({ kind: 'template', masked: [field] });
});

it('sends an address without the blanks around it, and everything else as written', () => {
  const text = withContacts().replace('mary@example.com', '" mary@example.com "').replace('Mary Major', '" Mary "');
  expect(policyOf(text).assignments[0]?.wants.SECURITY).toMatchObject({
    contact: { name: ' Mary ', email: 'mary@example.com' },
  });
});
