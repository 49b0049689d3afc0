import { expect, it } from 'vitest';
import { diagnosticsOf, saidOf, withContacts, withTopLevel } from './policy-text.builder.ts';
import { readPolicyText } from './read-policy-text.ts';

it('tells what stands at one place in the order of the codes', () => {
  const lint = withTopLevel('lint: { allowedEmailDomains: [example.com] }');
  expect(saidOf(lint.replace('mary@example.com', 'mary@localhost'))).toEqual([
    'email-domain 3:53',
    'value-refused 3:53',
  ]);
  expect(saidOf(withContacts().replace('Mary Major', '"todo "'))).toEqual(['outer-blanks 3:17', 'placeholder 3:17']);
});

it('reads a draft also of a file in which something is wrong, and none where YAML could not be read', () => {
  const read = (text: string) => readPolicyText(text, 'contacts.yaml', {}).draft;
  expect(read(withTopLevel('zebra: 1'))).toMatchObject({ contactNames: ['desk'] });
  expect(read(withTopLevel('mode: "enforce'))).toBeUndefined();
  expect(read('version: *none\n')).toBeUndefined();
  expect(read('['.repeat(100))).toBeUndefined();
});

it('tells every key that a contact lacks, though all of them at the one place of the contact', () => {
  const said = diagnosticsOf(withContacts('other: { name: Pat, email: pat@example.com }'));
  expect(said.filter(({ code }) => code === 'missing-key').map(({ message }) => message)).toEqual([
    'The key title is missing.',
    'The key phone is missing.',
  ]);
});
