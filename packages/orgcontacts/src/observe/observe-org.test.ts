import { expect, it } from 'vitest';
import { makeCaller } from '../caller/caller.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { type MemoryGateway, makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import {
  anAccount,
  anId,
  aWorld,
  delegated,
  management,
  manyAccounts,
} from '../gateway/memory/memory-world.builder.ts';
import type { MemoryWorld } from '../gateway/memory/memory-world.ts';
import { aFailure, withEmptyFirstPages, withoutPaths } from '../gateway/memory/weather.builder.ts';
import type { Org } from '../org/org.ts';
import { observeOrg } from './observe-org.ts';

const inProd = anId('300000000001');
const inWorkloads = anId('300000000002');
const inSandbox = anId('300000000003');

const caller = makeCaller({
  accountId: management,
  arn: `arn:aws-cn:iam::${management}:user/administrator`,
  organizationId: 'o-exampleorgid',
  managementAccountId: management,
  delegatedAdministrators: [],
});

const aTree = (): MemoryWorld =>
  aWorld([
    anAccount(inSandbox, { parent: 'ou-ex01-sandbox01', state: 'SUSPENDED' }),
    anAccount(inProd, { parent: 'ou-ex01-prod00001', tags: { team: 'payments' } }),
    anAccount(inWorkloads, { parent: 'ou-ex01-workload1' }),
  ]);

/** A gateway to the tree in which an operation about a subject is denied. */
const denying = (operation: string, subject: string): MemoryGateway =>
  makeMemoryGateway(aTree(), management, {
    fail: (...call) => (call[0] === operation && call[1] === subject ? aFailure({ operation }) : undefined),
  });

const observe = async (gateway: Gateway, tags = true): Promise<Org> => {
  const observed = await observeOrg(gateway, caller, { tags });
  if (observed.kind === 'failed') throw new Error(observed.failure.message);
  return observed.value;
};

const waysOf = (org: Org) =>
  Object.fromEntries(
    org.accounts.map(({ id, units }) => [
      id,
      units.kind === 'known' ? units.value.map(({ path }) => path) : 'unreadable',
    ]),
  );

const everyWay = {
  [management]: ['/'],
  [delegated]: ['/'],
  [inProd]: ['/', 'Workloads', 'Workloads/Prod'],
  [inWorkloads]: ['/', 'Workloads'],
  [inSandbox]: ['/', 'Sandbox'],
};

it('reads accounts with their state, their tags and their way down the units, sorted by id', async () => {
  const org = await observe(makeMemoryGateway(aTree(), management));
  expect(org).toMatchObject({ id: 'o-exampleorgid', partition: 'aws-cn', managementAccountId: management });
  expect(org.accounts.map(({ id }) => id)).toEqual([management, delegated, inProd, inWorkloads, inSandbox]);
  expect(waysOf(org)).toEqual(everyWay);
  expect(org.accounts[2]).toMatchObject({ state: 'ACTIVE', tags: { kind: 'known', value: { team: 'payments' } } });
  expect(org.accounts[4]).toMatchObject({ state: 'SUSPENDED', tags: { kind: 'known', value: {} } });
});

it('lists every unit with its path, the root first', async () => {
  const { units } = await observe(makeMemoryGateway(aTree(), management));
  expect(units.kind === 'known' && units.value.map(({ path }) => path)).toEqual([
    '/',
    'Workloads',
    'Sandbox',
    'Workloads/Prod',
  ]);
});

it('finds the same ways down where AWS does not give Paths', async () => {
  const memory = makeMemoryGateway(aTree(), management);
  expect(waysOf(await observe(withoutPaths(memory)))).toEqual(everyWay);
  expect(memory.calls.filter(({ operation }) => operation === 'organizations:ListAccountsForParent')).toHaveLength(4);
});

it('lists no accounts by unit where AWS gives Paths', async () => {
  const memory = makeMemoryGateway(aTree(), management);
  await observe(memory);
  expect(memory.calls.map(({ operation }) => operation)).not.toContain('organizations:ListAccountsForParent');
});

it('asks for no unit at all where nobody looks at their names and AWS gives Paths', async () => {
  const memory = makeMemoryGateway(aTree(), management);
  const org = await observeOrg(memory, caller, { tags: false, units: [] });
  expect(memory.calls.map(({ operation }) => operation)).toEqual(['organizations:ListAccounts']);
  expect(org.kind === 'ok' && org.value.accounts[2]?.units).toEqual({
    kind: 'known',
    value: [
      { id: 'r-ex01', path: '/' },
      { id: 'ou-ex01-workload1', path: null },
      { id: 'ou-ex01-prod00001', path: null },
    ],
  });
});

it.each([
  ['a path', ['Workloads/Prod'], ['r-ex01', 'ou-ex01-workload1']],
  ['two paths of one parent', ['Workloads', 'Sandbox'], ['r-ex01']],
  ['the root', ['/'], []],
  ['the id of a unit that holds accounts', ['ou-ex01-prod00001'], []],
])('asks only on the way to %s that is looked at', async (_, units, asked) => {
  const memory = makeMemoryGateway(aTree(), management);
  await observeOrg(memory, caller, { tags: false, units });
  const calls = memory.calls.filter(({ operation }) => operation !== 'organizations:ListAccounts');
  expect(calls.map(({ operation }) => operation)).toEqual(
    asked.map(() => 'organizations:ListOrganizationalUnitsForParent'),
  );
  expect(calls.map(({ subject }) => subject)).toEqual(asked);
});

it.each(['Workloads/prod', 'ou-ex01-nobody001'])('walks the whole tree when %s is not found', async (name) => {
  const org = await observeOrg(makeMemoryGateway(aTree(), management), caller, { tags: false, units: [name] });
  expect(
    org.kind === 'ok' && org.value.units.kind === 'known' && org.value.units.value.map(({ path }) => path),
  ).toEqual(['/', 'Workloads', 'Sandbox', 'Workloads/Prod']);
});

it('does not know the accounts below a unit on the way whose children are denied', async () => {
  const gateway = denying('organizations:ListOrganizationalUnitsForParent', 'ou-ex01-workload1');
  const observed = await observeOrg(gateway, caller, { tags: false, units: ['Workloads/Prod'] });
  const org = observed.kind === 'ok' ? observed.value : undefined;
  expect(org?.accounts.map(({ units }) => units.kind)).toEqual(['known', 'known', 'unreadable', 'known', 'known']);
  expect(org?.units).toMatchObject({ kind: 'unreadable', failure: { kind: 'denied' } });
});

it('reads all pages of more accounts than fit on one', async () => {
  const org = await observe(makeMemoryGateway(aWorld(manyAccounts(57)), management));
  expect(org.accounts).toHaveLength(59);
});

it('is not misled by empty pages that carry a token', async () => {
  const org = await observe(withEmptyFirstPages(withoutPaths(makeMemoryGateway(aTree(), management))));
  expect(waysOf(org)).toEqual(everyWay);
  expect(org.accounts[2]?.tags).toEqual({ kind: 'known', value: { team: 'payments' } });
});

it.each([
  ['with Paths', (gateway: Gateway) => gateway],
  ['without Paths', withoutPaths],
])('knows no way to the accounts below a unit whose children are denied, %s', async (_, as) => {
  const org = await observe(as(denying('organizations:ListOrganizationalUnitsForParent', 'ou-ex01-workload1')));
  expect(waysOf(org)).toEqual({ ...everyWay, [inProd]: 'unreadable' });
  expect(org.accounts[2]?.units).toMatchObject({
    failure: { operation: 'organizations:ListOrganizationalUnitsForParent', kind: 'denied' },
  });
  expect(org.units.kind).toBe('unreadable');
});

it('knows no way to the accounts of a unit that cannot be listed, where AWS does not give Paths', async () => {
  const org = await observe(withoutPaths(denying('organizations:ListAccountsForParent', 'ou-ex01-prod00001')));
  expect(waysOf(org)).toEqual({ ...everyWay, [inProd]: 'unreadable' });
});

it('marks the tags of one account unreadable when they are denied, and reads all others', async () => {
  const org = await observe(denying('organizations:ListTagsForResource', inWorkloads));
  expect(org.accounts.map(({ tags }) => tags.kind)).toEqual(['known', 'known', 'known', 'unreadable', 'known']);
});

it('does not read tags that nobody looks at, and does not take them for none', async () => {
  const memory = makeMemoryGateway(aTree(), management);
  const org = await observe(memory, false);
  expect(memory.calls.map(({ operation }) => operation)).not.toContain('organizations:ListTagsForResource');
  expect(org.accounts.map(({ tags }) => tags.kind)).toEqual(new Array(5).fill('unreadable'));
});

it.each(['organizations:ListAccounts', 'organizations:ListRoots'])(
  'fails when %s is denied, since nothing is known then',
  async (operation) => {
    const observed = await observeOrg(denying(operation, ''), caller, { tags: true });
    expect(observed).toEqual({ kind: 'failed', failure: aFailure({ operation }) });
  },
);

it('says how far it is', async () => {
  const seen: string[] = [];
  await observeOrg(makeMemoryGateway(aTree(), management), caller, {
    tags: true,
    onProgress: (step, done, of) => seen.push(`${step} ${done}${of === undefined ? '' : `/${of}`}`),
  });
  expect(seen).toEqual(['accounts 5', 'units 4', 'tags 1/5', 'tags 2/5', 'tags 3/5', 'tags 4/5', 'tags 5/5']);
});
