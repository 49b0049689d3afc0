import { expect, it } from 'vitest';
import { type NotedValue, renderPolicy } from './render-policy.ts';

const mary = { name: 'Mary Major', title: 'Security', email: 'mary@example.com', phone: '+1 555 0100' };

it('writes a policy as people do', () => {
  const ids = ['000011112222', '111122223333', '444455556666', '777788889999'];
  const text = renderPolicy({
    comment: ['Made from an organization.', 'Read it before you enforce it.'],
    mode: 'report-only',
    contacts: new Map([
      ['mary-major', mary],
      ['finance', { ...mary, name: 'Finance: payable', phone: '15550100' }],
    ]),
    assignments: [
      { match: { kind: 'all' }, wants: { SECURITY: 'mary-major', BILLING: 'finance' } },
      {
        match: { kind: 'ou', values: [{ value: 'Workloads/Prod' }] },
        wants: { BILLING: 'unmanaged' },
        unmanagedNote: 'gap',
      },
      {
        match: { kind: 'tag', key: 'team', values: [{ value: 'pay' }, { value: 'cards' }] },
        wants: { BILLING: 'absent' },
      },
      {
        match: { kind: 'account', values: ids.map((value) => ({ value, note: `account ${value[0]}` })) },
        wants: { SECURITY: 'unmanaged' },
      },
      { match: { kind: 'account', values: [{ value: '222233334444' }] }, wants: { OPERATIONS: 'mary-major' } },
    ],
  });
  expect(text).toBe(`# Made from an organization.
# Read it before you enforce it.

version: 1
mode: report-only

contacts:
  mary-major:
    name: Mary Major
    title: Security
    email: mary@example.com
    phone: "+1 555 0100"
  finance:
    name: "Finance: payable"
    title: Security
    email: mary@example.com
    phone: "15550100"

assignments:
  - match: all
    billing: finance
    security: mary-major
  - match: { ou: Workloads/Prod }
    billing: unmanaged # gap
  - match: { tag: { team: [ pay, cards ] } }
    billing: absent
  - match:
      account:
        - "000011112222" # account 0
        - "111122223333" # account 1
        - "444455556666" # account 4
        - "777788889999" # account 7
    security: unmanaged
  - match: { account: "222233334444" }
    operations: mary-major
`);
});

it('writes a policy that says nothing yet', () => {
  expect(renderPolicy({ comment: [], mode: 'enforce', contacts: new Map(), assignments: [] })).toBe(
    'version: 1\nmode: enforce\n\ncontacts: {}\n\nassignments: []\n',
  );
});

const assignmentsOf = (...assignments: Parameters<typeof renderPolicy>[0]['assignments']): string =>
  renderPolicy({ comment: [], mode: 'enforce', contacts: new Map(), assignments }).split('assignments:\n')[1] ?? '';

it('writes up to three values in one line, and more of them, or some with notes, in lines of their own', () => {
  const values = (...all: readonly string[]) => all.map((value) => ({ value }));
  const match = (...all: readonly NotedValue[]) =>
    assignmentsOf({ match: { kind: 'ou', values: all }, wants: { BILLING: 'absent' } });
  expect(match(...values('A', 'B', 'C'))).toBe('  - match: { ou: [ A, B, C ] }\n    billing: absent\n');
  expect(match(...values('A', 'B', 'C', 'D'))).toContain('ou:\n        - A\n        - B\n        - C\n        - D\n');
  expect(match({ value: 'A', note: 'one' }, { value: 'B' })).toContain('ou:\n        - A # one\n        - B\n');
});

it('says the note after what is unmanaged, and after nothing else', () => {
  const wants = { BILLING: 'absent', OPERATIONS: 'unmanaged', SECURITY: 'desk' };
  expect(assignmentsOf({ match: { kind: 'all' }, wants, unmanagedNote: 'gap' })).toBe(
    '  - match: all\n    billing: absent\n    operations: unmanaged # gap\n    security: desk\n',
  );
});

it('never breaks a long text', () => {
  const title = 'word '.repeat(40).trim();
  const text = renderPolicy({
    comment: [],
    mode: 'enforce',
    contacts: new Map([['desk', { ...mary, title }]]),
    assignments: [],
  });
  expect(text).toContain(`    title: ${title}\n`);
});
