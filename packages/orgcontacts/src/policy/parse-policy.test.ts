import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { noLint } from './lint-settings.ts';
import type { Policy } from './policy.ts';
import { lines, parse, withAssignments, withContacts, withTopLevel } from './policy-text.builder.ts';
import type { ParseOptions } from './read-policy-text.ts';

/** The policy of a text in which nothing is wrong. */
const policyOf = (text: string, options: ParseOptions = {}): Policy => {
  const parsed = parse(text, options);
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.diagnostics));
  expect(parsed.warnings).toEqual([]);
  return parsed.policy;
};

const securityDesk = {
  name: 'Mary Major',
  title: 'Security Contact',
  email: 'security-contact@example.com',
  phone: '+1(555)555-5555',
};
const finance = { name: 'Finance', title: 'Accounts payable', email: 'Finance@Example.com', phone: '+1 555 0100' };

const example = lines(
  '# whom AWS calls',
  'version: 1',
  'mode: fill-missing',
  '',
  'contacts:',
  '  security-desk:',
  '    name: Mary Major',
  '    title: Security Contact',
  '    email: security-contact@example.com',
  '    phone: "+1(555)555-5555"',
  '    reviewed: 2026-11-01',
  '  finance:',
  '    name: Finance',
  '    title: Accounts payable',
  '    email: "  Finance@Example.com "',
  '    phone: +1 555 0100',
  '',
  'assignments:',
  '  - match: all',
  '    security: security-desk',
  '    billing: finance',
  '  - match: { ou: [Workloads/Prod, ou-ex01-prod00001, "Dev\\\\/Test", /] }',
  '    mode: report-only',
  '    operations: security-desk',
  '  - match: { tag: { team: [payments, "bill*"], env: prod } }',
  '    operations: finance',
  '  - match: { ou: Workloads, tag: { team: payments }, account: ["000011112222", "444455556666"] }',
  '    mode: enforce',
  '    billing: absent',
  '    security: unmanaged',
  '',
  'exclude: [{ ou: Sandbox }, { account: "777788889999" }]',
);

it('makes of a file exactly what it says, with the place of each part', () => {
  const contact = (contactName: string, fields: typeof finance) => ({
    kind: 'contact',
    contactName,
    masked: [],
    contact: fields,
  });
  const at = (line: number, column: number) => expect.objectContaining({ file: 'contacts.yaml', line, column });
  expect(policyOf(example)).toEqual({
    mode: 'fill-missing',
    lint: noLint,
    hash: createHash('sha256').update(example).digest('hex'),
    assignments: [
      {
        match: [{ kind: 'all' }],
        wants: { SECURITY: contact('security-desk', securityDesk), BILLING: contact('finance', finance) },
        mode: 'fill-missing',
        place: at(19, 5),
      },
      {
        match: [{ kind: 'ou', units: ['Workloads/Prod', 'ou-ex01-prod00001', 'Dev\\/Test', '/'] }],
        wants: { OPERATIONS: contact('security-desk', securityDesk) },
        mode: 'report-only',
        place: at(22, 5),
      },
      {
        match: [
          { kind: 'tag', key: 'team', values: ['payments', 'bill*'] },
          { kind: 'tag', key: 'env', values: ['prod'] },
        ],
        wants: { OPERATIONS: contact('finance', finance) },
        mode: 'fill-missing',
        place: at(25, 5),
      },
      {
        match: [
          { kind: 'account', ids: ['000011112222', '444455556666'] },
          { kind: 'ou', units: ['Workloads'] },
          { kind: 'tag', key: 'team', values: ['payments'] },
        ],
        wants: { BILLING: { kind: 'absent' }, SECURITY: { kind: 'unmanaged' } },
        mode: 'enforce',
        place: at(27, 5),
      },
    ],
    exclude: [
      { match: [{ kind: 'ou', units: ['Sandbox'] }], place: at(32, 11) },
      { match: [{ kind: 'account', ids: ['777788889999'] }], place: at(32, 28) },
    ],
  });
});

it('enforces unless it is told otherwise', () => {
  const policy = policyOf(withContacts());
  expect(policy.mode).toBe('enforce');
  expect(policy.assignments.map(({ mode }) => mode)).toEqual(['enforce']);
});

it('takes the mode of the file for every assignment that has none, wherever it stands', () => {
  const policy = policyOf(withTopLevel('mode: report-only'));
  expect(policy.assignments.map(({ mode }) => mode)).toEqual(['report-only']);
});

it('takes a file without assignments for one that wants nothing', () => {
  expect(policyOf('version: 1\ncontacts: {}\nassignments: []\n')).toMatchObject({ assignments: [], exclude: [] });
});

it('keeps the leading zeros of an account id', () => {
  const policy = policyOf(withAssignments('- { match: { account: "000000000001" }, security: desk }'));
  expect(policy.assignments[0]?.match).toEqual([{ kind: 'account', ids: ['000000000001'] }]);
});

it('keeps words that older YAML read as booleans', () => {
  const policy = policyOf(withAssignments('- { match: { tag: { on: [yes, no, off, y] } }, security: desk }'));
  expect(policy.assignments[0]?.match).toEqual([{ kind: 'tag', key: 'on', values: ['yes', 'no', 'off', 'y'] }]);
});

it('takes an empty tag value, which AWS knows', () => {
  const policy = policyOf(withAssignments('- { match: { tag: { team: "" } }, security: desk }'));
  expect(policy.assignments[0]?.match).toEqual([{ kind: 'tag', key: 'team', values: [''] }]);
});

it('gives two files of the same meaning hashes of their own', () => {
  expect(policyOf(withContacts()).hash).not.toBe(policyOf(`${withContacts()}# more\n`).hash);
});

it.each([
  ['keys in other order', '{ ou: A, tag: { t: x, u: y } }', '{ tag: { u: y, t: x }, ou: A }'],
  [
    'lists in other order',
    '{ account: ["111122223333", "444455556666"] }',
    '{ account: ["444455556666", "111122223333"] }',
  ],
  ['a list of one for a value', '{ ou: A }', '{ ou: [A] }'],
])('knows the same selector again with %s', (_, one, other) => {
  const codes = (want: string) => {
    const parsed = parse(
      withAssignments(`- { match: ${one}, security: desk }`, `- { match: ${other}, security: ${want} }`),
    );
    return (parsed.kind === 'valid' ? parsed.warnings : parsed.diagnostics).map(({ code }) => code);
  };
  expect(codes('unmanaged')).toEqual(['same-selector-disagrees']);
  expect(codes('desk')).toEqual(['same-selector-repeats']);
});

it.each([
  ['another type', '- { match: all, security: desk }', '- { match: all, billing: absent }'],
  ['another unit', '- { match: { ou: A }, security: desk }', '- { match: { ou: a }, security: absent }'],
  [
    'one condition more',
    '- { match: { ou: A }, security: desk }',
    '- { match: { ou: A, tag: { t: x } }, security: absent }',
  ],
  [
    'a value that runs into the next',
    '- { match: { ou: ["A,B"] }, security: desk }',
    '- { match: { ou: [A, B] }, security: absent }',
  ],
  [
    'a glob that covers it',
    '- { match: { tag: { t: x } }, security: desk }',
    '- { match: { tag: { t: "*" } }, security: absent }',
  ],
])('lets two assignments stand beside each other that differ by %s', (_, one, other) => {
  expect(policyOf(withAssignments(one, other)).assignments).toHaveLength(2);
});

it('holds the same wish in another mode for a disagreement', () => {
  const parsed = parse(
    withAssignments('- { match: all, security: desk }', '- { match: all, mode: report-only, security: desk }'),
  );
  expect(parsed).toMatchObject({ kind: 'invalid', diagnostics: [{ code: 'same-selector-disagrees' }] });
});

it.each(['Workloads/Prod', '/', 'Dev\\\\/Test', 'ou-ex01-workload1', 'r-ex01', 'A B/C.D'])(
  'takes %s for a unit',
  (unit) => {
    expect(policyOf(withAssignments(`- { match: { ou: "${unit}" }, security: desk }`)).assignments).toHaveLength(1);
  },
);

it.each(['/Workloads', 'Workloads/', 'Workloads//Prod', '//', ' ', 'Workloads/ /Prod'])(
  'takes %j for no unit',
  (unit) => {
    const parsed = parse(withAssignments(`- { match: { ou: "${unit}" }, security: desk }`));
    expect(parsed).toMatchObject({ kind: 'invalid', diagnostics: [{ code: 'unit-path' }] });
  },
);

it('reads a list of forty thousand accounts in seconds', () => {
  const ids = Array.from({ length: 40_000 }, (_, index) => `"${String(index).padStart(12, '0')}"`);
  const started = performance.now();
  expect(
    policyOf(withAssignments(`- { match: { account: [${ids.join(', ')}] }, security: desk }`)).assignments,
  ).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(10_000);
});

const matchOf = (selector: string) =>
  policyOf(withAssignments(`- { match: ${selector}, billing: desk }`)).assignments[0]?.match;

it.each([
  ['{ name: "pay-*" }', [{ kind: 'name', names: ['pay-*'] }]],
  ['{ name: [one, two] }', [{ kind: 'name', names: ['one', 'two'] }]],
  ['{ management: true }', [{ kind: 'management', is: true }]],
  ['{ management: false }', [{ kind: 'management', is: false }]],
  ['{ tag: { team: { present: true } } }', [{ kind: 'tag', key: 'team', values: ['*'] }]],
  ['{ not: { ou: Sandbox } }', [{ kind: 'not', conditions: [{ kind: 'ou', units: ['Sandbox'] }] }]],
  [
    '{ ou: A, not: { management: true, tag: { a: b } } }',
    [
      { kind: 'ou', units: ['A'] },
      {
        kind: 'not',
        conditions: [
          { kind: 'management', is: true },
          { kind: 'tag', key: 'a', values: ['b'] },
        ],
      },
    ],
  ],
])('reads the match %s', (written, match) => {
  expect(matchOf(written)).toEqual(match);
});

it('knows that a tag is there from a tag of any value: they say the same', () => {
  const text = withAssignments(
    '- { match: { tag: { team: { present: true } } }, security: desk }',
    '- { match: { tag: { team: "*" } }, security: absent }',
  );
  expect(parse(text)).toMatchObject({ kind: 'invalid', diagnostics: [{ code: 'same-selector-disagrees' }] });
});

it('tells selectors with different negations, names or management apart', () => {
  const matches = [
    '{ ou: A }',
    '{ ou: A, not: { ou: B } }',
    '{ ou: A, not: { ou: C } }',
    '{ ou: A, management: true }',
  ];
  const more = ['{ ou: A, management: false }', '{ ou: A, name: x }', '{ ou: A, not: { name: x } }'];
  const written = [...matches, ...more].map(
    (match, index) => `- { match: ${match}, billing: ${index % 2 ? 'desk' : 'absent'} }`,
  );
  expect(policyOf(withAssignments('- { match: all, security: desk }', ...written)).assignments).toHaveLength(8);
});

const inline = '{ name: Paulo, title: Billing, email: paulo@example.com, phone: "+1 555 0102" }';

it('takes a contact that stands in the assignment, even where a contact has the name of the key', () => {
  const text = withContacts('security: { name: S, title: S, email: s@example.com, phone: "+1 555 0103" }').replace(
    'security: desk',
    `security: security, billing: ${inline}`,
  );
  const { wants } = policyOf(text.replace(/ {2}desk: .*\n/, '')).assignments[0] ?? {};
  expect(wants?.BILLING).toMatchObject({ kind: 'contact', contactName: null, contact: { name: 'Paulo' } });
  expect(wants?.SECURITY).toMatchObject({ kind: 'contact', contactName: 'security', contact: { name: 'S' } });
});

it('holds two contacts of their own for the same accounts for a disagreement, whatever is in them', () => {
  const text = withAssignments(
    '- { match: all, security: desk }',
    `- { match: { ou: A }, billing: ${inline} }`,
    `- { match: { ou: A }, billing: ${inline} }`,
  );
  expect(parse(text)).toMatchObject({ kind: 'invalid', diagnostics: [{ code: 'same-selector-disagrees' }] });
});

/** The policy of the contact desk with one field written like this. */
const withField = (field: string, written: string): string =>
  withContacts().replace(new RegExp(`${field}: ("[^"]*"|[^,}]*[^,} ])`), () => `${field}: "${written}"`);

const readReference: ParseOptions['readReference'] = (reference) => {
  const values: Readonly<Record<string, string>> = {
    ORGCONTACTS_PHONE: '+1 555 0177',
    'phones/desk.txt': '+1 555 0188',
  };
  const value = values[reference.kind === 'env' ? reference.name : reference.path];
  return value === undefined ? { kind: 'missing', because: 'is not set' } : { kind: 'value', text: value };
};

it('takes templates apart, and leaves contacts without variables whole', () => {
  const want = policyOf(withField('email', 'aws+${account.id}@${tag.team:-nobody}.example.com')).assignments[0]?.wants;
  expect(want?.SECURITY).toEqual({
    kind: 'template',
    contactName: 'desk',
    masked: [],
    fields: {
      name: [{ kind: 'text', text: 'Mary Major' }],
      title: [{ kind: 'text', text: 'Security' }],
      email: [
        { kind: 'text', text: 'aws+' },
        { kind: 'account', variable: 'id' },
        { kind: 'text', text: '@' },
        { kind: 'tag', key: 'team', otherwise: 'nobody' },
        { kind: 'text', text: '.example.com' },
      ],
      phone: [{ kind: 'text', text: '+1 555 0100' }],
    },
  });
});

it('puts in what references stand for, never looks for variables in it, and marks the field', () => {
  const read = (written: string) =>
    policyOf(withField('phone', written), { readReference }).assignments[0]?.wants.SECURITY;
  expect(read('${env:ORGCONTACTS_PHONE}')).toMatchObject({
    kind: 'contact',
    contact: { phone: '+1 555 0177' },
    masked: ['phone'],
  });
  expect(read('${file:phones/desk.txt}')).toMatchObject({ contact: { phone: '+1 555 0188' }, masked: ['phone'] });
  const tricky = policyOf(withField('name', '${env:ORGCONTACTS_PHONE}'), {
    readReference: () => ({ kind: 'value', text: '${account.id}' }),
  });
  expect(tricky.assignments[0]?.wants.SECURITY).toMatchObject({ kind: 'contact', contact: { name: '${account.id}' } });
});

it('writes ${ itself as $${', () => {
  expect(policyOf(withField('name', 'a $${b} $c')).assignments[0]?.wants.SECURITY).toMatchObject({
    kind: 'contact',
    contact: { name: 'a ${b} $c' },
  });
});

it('checks a referenced value as if it stood in the file, and does not repeat it', () => {
  const parsed = parse(withField('phone', '${env:ORGCONTACTS_PHONE}'), {
    readReference: () => ({ kind: 'value', text: 'secret ext. 5' }),
  });
  expect(parsed).toMatchObject({ kind: 'invalid', diagnostics: [{ code: 'value-refused' }] });
  expect(JSON.stringify(parsed)).not.toContain('secret');
});

it.each([
  ['is not set', '${env:ORGCONTACTS_OTHER}', 'reference-missing', 'export ORGCONTACTS_OTHER'],
  ['has no name of ours', '${env:AWS_SECRET_ACCESS_KEY}', 'reference-name', 'ORGCONTACTS_PHONE'],
  ['leaves the folder', '${file:../secrets.txt}', 'reference-name', 'below the folder'],
  ['begins at the root', '${file:/etc/passwd}', 'reference-name', 'below the folder'],
  ['goes through a backslash', '${file:a\\\\b}', 'reference-name', 'below the folder'],
  ['is nothing known', '${account.phone}', 'template', 'account.id'],
  ['has no end', '${account.id', 'template', 'account.id'],
  ['names no tag', '${tag.}', 'template', 'tag.KEY'],
  ['names no tag before its default', '${tag.:-x}', 'template', 'tag.KEY'],
])('refuses a variable that %s', (_, written, code, help) => {
  const parsed = parse(withField('name', written), { readReference });
  expect(parsed).toMatchObject({ kind: 'invalid', diagnostics: [{ code, help: expect.stringContaining(help) }] });
});

it('has no references where nobody gives them', () => {
  expect(parse(withField('phone', '${env:ORGCONTACTS_PHONE}'))).toMatchObject({
    kind: 'invalid',
    diagnostics: [{ code: 'reference-missing' }],
  });
});

it('keeps what lint says, and nothing that has not the right form', () => {
  const lint =
    'lint: { allowedEmailDomains: [example.com], reviewEvery: 180d, errors: [placeholder], ignore: [review-overdue] }';
  expect(policyOf(withTopLevel(lint)).lint).toEqual({
    allowedEmailDomains: ['example.com'],
    reviewEvery: 180,
    errors: ['placeholder'],
    ignore: ['review-overdue'],
  });
});

it('makes warnings errors, or silences them, as lint says', () => {
  const spare = 'spare: { name: S, title: S, email: s@example.com, phone: "+1 555 0103" }';
  const text = (lint: string) => `${withContacts(spare)}${lint}\n`;
  expect(parse(text(''))).toMatchObject({ kind: 'valid', warnings: [{ code: 'unused-contact', severity: 'warning' }] });
  expect(parse(text('lint: { ignore: [unused-contact] }'))).toMatchObject({ kind: 'valid', warnings: [] });
  expect(parse(text('lint: { errors: [unused-contact] }'))).toMatchObject({
    kind: 'invalid',
    diagnostics: [{ code: 'unused-contact', severity: 'error' }],
  });
});
