import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Contact } from '../contact/contact.ts';
import { anId, management } from '../gateway/memory/memory-world.builder.ts';
import { aContact } from '../resolve/policy.builder.ts';
import type { Change } from './change.ts';
import { fingerprint } from './fingerprint.ts';
import { aChange } from './plan.builder.ts';
import type { Plan } from './plan.ts';

const update = aChange('update', 0) as Extract<Change, { kind: 'update' }>; // aChange makes the kind it is asked for.

type Fingerprinted = Pick<Plan, 'organization' | 'callerAccountId' | 'changes'>;

const base: Fingerprinted = {
  organization: { id: 'o-exampleorgid', partition: 'aws', managementAccountId: management },
  callerAccountId: management,
  changes: [update, aChange('create', 1), aChange('delete', 2)],
};

const fieldsOf = ({ name, title, email, phone }: Contact) => [name, title, email, phone];

const withFirst = (change: Change): Fingerprinted => ({ ...base, changes: [change, ...base.changes.slice(1)] });

const inOrganization = (other: Partial<Plan['organization']>): Fingerprinted => ({
  ...base,
  organization: { ...base.organization, ...other },
});

it('names a list of changes in 16 hexadecimal digits', () => {
  expect(fingerprint(base)).toMatch(/^[0-9a-f]{16}$/);
});

it('gives the same list the same name, whoever computes it, today and tomorrow', () => {
  expect(fingerprint(structuredClone(base))).toBe(fingerprint(base));
  expect(fingerprint({ ...base, changes: [] })).toBe('6ac847ee0fbcb02d');
});

it('is a hash of one JSON text: partition, organization, caller, and what each change does', () => {
  const changes = [
    ['update', '300000000000', 'BILLING', fieldsOf(aContact('Live')), fieldsOf(aContact('Mary'))],
    ['create', '300000000001', 'BILLING', null, fieldsOf(aContact('Mary'))],
    ['delete', '300000000002', 'BILLING', fieldsOf(aContact('Live')), null],
  ];
  const text = JSON.stringify(['aws', 'o-exampleorgid', management, changes]);
  expect(fingerprint(base)).toBe(createHash('sha256').update(text).digest('hex').slice(0, 16));
});

it.each<[string, Fingerprinted]>([
  ['another organization', inOrganization({ id: 'o-anotherorgid' })],
  ['another partition', inOrganization({ partition: 'aws-cn' })],
  ['another caller', { ...base, callerAccountId: anId('222233334444') }],
  ['one change less', { ...base, changes: base.changes.slice(1) }],
  ['one change more', { ...base, changes: [...base.changes, aChange('create', 3)] }],
  ['another order', { ...base, changes: [...base.changes].reverse() }],
  ['another account', withFirst({ ...update, account: { ...update.account, id: anId('999999999999') } })],
  ['another contact type', withFirst({ ...update, type: 'SECURITY' })],
  ['another contact before', withFirst({ ...update, before: aContact('Somebody else') })],
  ['another contact after', withFirst({ ...update, after: aContact('Somebody else') })],
  ['another kind', withFirst({ ...update, kind: 'delete', after: null })],
  ...(['name', 'title', 'email', 'phone'] as const).map((field): [string, Fingerprinted] => [
    `another ${field}`,
    withFirst({ ...update, after: { ...update.after, [field]: `${update.after[field]} ` } }),
  ]),
])('gives another name to %s', (_, other) => {
  expect(fingerprint(other)).not.toBe(fingerprint(base));
});

it.each<[string, Fingerprinted]>([
  ['the account was renamed', withFirst({ ...update, account: { ...update.account, name: 'renamed' } })],
  ['the assignment moved to another line', withFirst({ ...update, because: { ...update.because, where: 'x.yaml:1' } })],
])('gives the same name where only %s', (_, other) => {
  expect(fingerprint(other)).toBe(fingerprint(base));
});

it('is not confused by text that moves from one field to the next', () => {
  const one = withFirst({ ...update, after: { ...update.after, name: 'ab', title: 'c' } });
  const other = withFirst({ ...update, after: { ...update.after, name: 'a', title: 'bc' } });
  expect(fingerprint(one)).not.toBe(fingerprint(other));
});
