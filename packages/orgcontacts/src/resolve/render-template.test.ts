import { expect, it } from 'vitest';
import { anOrgAccount, unreadable } from '../org/org.builder.ts';
import { noLint } from '../policy/lint-settings.ts';
import type { Want } from '../policy/policy.ts';
import { parseTemplate } from '../policy/template.ts';
import { renderTemplate } from './render-template.ts';

const written = (
  fields: Partial<Record<'name' | 'title' | 'email' | 'phone', string>>,
): Extract<Want, { kind: 'template' }> => {
  const pieces = (text: string) => {
    const parsed = parseTemplate(text);
    if (parsed.kind === 'wrong') throw new Error(parsed.because);
    return parsed.pieces.flatMap((piece) => (piece.kind === 'reference' ? [] : [piece]));
  };
  const { name = 'Mary', title = 'Contact', email = 'mary@example.com', phone = '+1 555 0100' } = fields;
  return {
    kind: 'template',
    contactName: 'desk',
    masked: [],
    fields: { name: pieces(name), title: pieces(title), email: pieces(email), phone: pieces(phone) },
  };
};

const account = anOrgAccount({
  name: 'pay-prod',
  email: 'root+pay@example.com',
  tags: { kind: 'known', value: { team: 'payments', empty: '' } },
});

const render = (fields: Parameters<typeof written>[0], of = account, lint = noLint) =>
  renderTemplate(written(fields), of, lint);

it.each([
  ['${account.id}', '300000000000'],
  ['${account.name}', 'pay-prod'],
  ['${tag.team}', 'payments'],
  ['${tag.team:-nobody}', 'payments'],
  ['${tag.owner:-nobody}', 'nobody'],
  ['${tag.empty:-nobody}', 'nobody'],
  ['${tag.owner:-a:-b}', 'a:-b'],
  ['Team ${tag.team} of ${account.id}', 'Team payments of 300000000000'],
  ['$${account.id}', '${account.id}'],
])('fills %s in with %s', (name, filled) => {
  expect(render({ name })).toMatchObject({ kind: 'contact', contact: { name: filled } });
});

it('fills in the address of the account', () => {
  expect(render({ email: ' ${account.email} ' })).toMatchObject({ contact: { email: 'root+pay@example.com' } });
});

it.each([
  [
    'a tag that the account does not have',
    { name: '${tag.owner}' },
    'its name needs the tag owner, which the account does not have',
  ],
  [
    'a tag called like something every object has',
    { name: '${tag.constructor}' },
    'its name needs the tag constructor, which the account does not have',
  ],
  ['nothing', { name: '${tag.empty}' }, 'AWS would refuse its name: it is empty'],
  ['blanks', { title: ' ${tag.empty} ' }, 'AWS would refuse its title: it is empty'],
  [
    'letters in a phone',
    { phone: '${tag.team}' },
    'AWS would refuse its phone: AWS accepts digits, blanks and ( ) + - only',
  ],
  [
    'too much',
    { title: '${tag.team}'.repeat(7) },
    'AWS would refuse its title: it has 56 characters, and AWS accepts at most 50',
  ],
])('refuses what comes to %s', (_, fields, because) => {
  expect(render(fields)).toEqual({ kind: 'refused', because });
});

it('refuses an address of a domain that the policy does not allow', () => {
  const lint = { ...noLint, allowedEmailDomains: ['example.com'] };
  expect(render({ email: 'a@${tag.team}.com' }, account, lint)).toEqual({
    kind: 'refused',
    because: 'its email has a domain that the policy does not allow',
  });
  expect(render({ email: '${tag.team}@EXAMPLE.com' }, account, lint).kind).toBe('contact');
});

it('says which call failed when the tags could not be read, and needs none for anything else', () => {
  const tagless = anOrgAccount({ tags: unreadable('organizations:ListTagsForResource') });
  expect(render({ name: '${tag.team:-x}' }, tagless)).toEqual({
    kind: 'refused',
    because: 'its name needs the tag team, and organizations:ListTagsForResource failed: AccessDeniedException',
  });
  expect(render({ name: '${account.id}' }, tagless).kind).toBe('contact');
});
