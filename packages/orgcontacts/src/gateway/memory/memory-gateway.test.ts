import { expect, it } from 'vitest';
import { ok } from '../../failure/failure.ts';
import { makeVirtualClock } from '../../pace/virtual-clock.ts';
import { listAll } from '../list-all.ts';
import { makeMemoryGateway } from './memory-gateway.ts';
import { anAccount, anId, aWorld, management, manyAccounts } from './memory-world.builder.ts';
import { aFailure } from './weather.builder.ts';

const member = anId('300000000000');
const organization = { context: 'organization', accountId: member } as const;
const mary = { name: 'Mary Major', title: 'Security', email: 'mary@example.com', phone: '+1 555' };

it('lists at most 20 a page, as AWS does, and all of them over the pages', async () => {
  const gateway = makeMemoryGateway(aWorld(manyAccounts(43)), management);
  const first = await gateway.listAccounts();
  expect(first.kind === 'ok' && first.value.items.length).toBe(20);
  const all = await listAll(gateway.listAccounts);
  expect(all.kind === 'ok' && new Set(all.value.map(({ id }) => id)).size).toBe(45);
  expect(gateway.calls).toHaveLength(4);
});

it('says which units lead to an account, from the root down', async () => {
  const gateway = makeMemoryGateway(aWorld([anAccount(member, { parent: 'ou-ex01-prod00001' })]), management);
  const page = await gateway.listAccounts();
  const found = page.kind === 'ok' ? page.value.items.find(({ id }) => id === member) : undefined;
  expect(found?.unitIds).toEqual(['r-ex01', 'ou-ex01-workload1', 'ou-ex01-prod00001']);
});

it('keeps what was put, with the blanks around the e-mail address trimmed as AWS does', async () => {
  const gateway = makeMemoryGateway(aWorld([anAccount(member)]), management);
  await gateway.putContact(organization, 'SECURITY', { ...mary, name: ' Mary ', email: ' mary@example.com ' });
  expect(await gateway.getContact(organization, 'SECURITY')).toEqual(ok({ ...mary, name: ' Mary ' }));
});

it('refuses values that AWS refuses, and keeps what was there', async () => {
  const gateway = makeMemoryGateway(aWorld([anAccount(member, { contacts: { SECURITY: mary } })]), management);
  const put = await gateway.putContact(organization, 'SECURITY', { ...mary, phone: 'call me' });
  expect(put).toMatchObject({ kind: 'failed', failure: { kind: 'invalid', status: 400 } });
  expect(await gateway.getContact(organization, 'SECURITY')).toEqual(ok(mary));
});

it('deletes, and succeeds also when there is nothing to delete', async () => {
  const gateway = makeMemoryGateway(aWorld([anAccount(member, { contacts: { SECURITY: mary } })]), management);
  expect(await gateway.deleteContact(organization, 'SECURITY')).toEqual(ok(undefined));
  expect(await gateway.getContact(organization, 'SECURITY')).toEqual(ok(undefined));
  expect(await gateway.deleteContact(organization, 'SECURITY')).toEqual(ok(undefined));
});

it.each([
  ['the management account by its id', { context: 'organization', accountId: management } as const],
  ['an account that is not in the organization', { context: 'organization', accountId: anId('999999999999') } as const],
])('denies a call that names %s', async (_, target) => {
  const gateway = makeMemoryGateway(aWorld(), management);
  expect(await gateway.getContact(target, 'SECURITY')).toMatchObject({ kind: 'failed', failure: { kind: 'denied' } });
});

it('refuses calls beyond the quotas until the bucket has filled again', async () => {
  const clock = makeVirtualClock(0);
  const quotas = { 'account:GetAlternateContact': { rate: 2, burst: 3 } };
  const gateway = makeMemoryGateway(aWorld([anAccount(member)]), management, { clock, quotas });
  const read = async () => (await gateway.getContact(organization, 'SECURITY')).kind;
  expect([await read(), await read(), await read(), await read()]).toEqual(['ok', 'ok', 'ok', 'failed']);
  await clock.run(clock.sleep(499));
  expect(await read()).toBe('failed');
  await clock.run(clock.sleep(1));
  expect(await read()).toBe('ok');
});

it('writes down every call: what, about whom, when and how it went', async () => {
  const clock = makeVirtualClock(0);
  const gateway = makeMemoryGateway(aWorld([anAccount(member)]), management, {
    clock,
    latency: 100,
    fail: (operation) => (operation === 'account:PutAlternateContact' ? aFailure({ operation }) : undefined),
  });
  await clock.run(gateway.getContact(organization, 'SECURITY'));
  await clock.run(gateway.putContact(organization, 'SECURITY', mary));
  expect(gateway.calls).toEqual([
    { operation: 'account:GetAlternateContact', subject: member, at: 50, outcome: 'ok' },
    { operation: 'account:PutAlternateContact', subject: member, at: 150, outcome: 'denied' },
  ]);
});

it('lists the service control policies on each target, and says what each holds', async () => {
  const guard = { id: 'p-examplepolicyid', name: 'guard', content: '{}', attachedTo: ['ou-ex01-prod00001'] };
  const world = aWorld([anAccount(member, { parent: 'ou-ex01-prod00001' })]);
  world.controlPolicies = [guard];
  const gateway = makeMemoryGateway(world, management);
  expect(await gateway.listParents(member)).toEqual(ok({ items: ['ou-ex01-prod00001'] }));
  expect(await gateway.listParents('ou-ex01-prod00001')).toEqual(ok({ items: ['ou-ex01-workload1'] }));
  expect(await gateway.listParents('r-ex01')).toEqual(ok({ items: [] }));
  expect(await gateway.listControlPolicies(member)).toEqual(ok({ items: [] }));
  expect(await gateway.listControlPolicies('ou-ex01-prod00001')).toEqual(
    ok({ items: [{ id: 'p-examplepolicyid', name: 'guard' }] }),
  );
  expect(await gateway.describeControlPolicy('p-examplepolicyid')).toEqual(ok('{}'));
  expect(await gateway.describeControlPolicy('p-other')).toMatchObject({
    kind: 'failed',
    failure: { kind: 'missing' },
  });
});
