import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { parsePolicy } from './parse-policy.ts';
import type { Policy } from './policy.ts';
import { lines, withAssignments, withContacts, withTopLevel } from './policy-text.builder.ts';

/** The policy of a text in which nothing is wrong. */
const policyOf = (text: string): Policy => {
  const parsed = parsePolicy(text, 'contacts.yaml');
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
  const contact = (contactName: string, fields: typeof finance) => ({ kind: 'contact', contactName, contact: fields });
  const at = (line: number, column: number) => expect.objectContaining({ file: 'contacts.yaml', line, column });
  expect(policyOf(example)).toEqual({
    mode: 'fill-missing',
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
    const parsed = parsePolicy(
      withAssignments(`- { match: ${one}, security: desk }`, `- { match: ${other}, security: ${want} }`),
      'contacts.yaml',
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
  const parsed = parsePolicy(
    withAssignments('- { match: all, security: desk }', '- { match: all, mode: report-only, security: desk }'),
    'contacts.yaml',
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
    const parsed = parsePolicy(withAssignments(`- { match: { ou: "${unit}" }, security: desk }`), 'contacts.yaml');
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
