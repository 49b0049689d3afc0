import { expect, it } from 'vitest';
import { failed, ok } from '../failure/failure.ts';
import { makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import { anAccount, anId, aWorld, delegated, management } from '../gateway/memory/memory-world.builder.ts';
import { bare, factsOf, member, someFacts } from './facts.builder.ts';
import { observeProbes } from './observe-probes.ts';

const closed = anId('000000000001');
const stranger = anId('777788889999');

const gatewayOf = (caller = management) =>
  makeMemoryGateway(aWorld([anAccount(closed, { state: 'CLOSED' }), anAccount(member)]), caller);

const read = (context: 'standalone' | 'organization', accountId = management) => ({ target: { context, accountId } });

it('reads one contact of the management account, without naming it, and one of an ACTIVE member', async () => {
  const world = aWorld([anAccount(closed, { state: 'CLOSED' }), anAccount(member)]);
  world.accounts.delete(delegated);
  const gateway = makeMemoryGateway(world, management);
  expect(await observeProbes(gateway, someFacts())).toMatchObject({
    own: read('standalone'),
    member: { ...read('organization', member), membership: ok({ kind: 'member', state: 'ACTIVE' }) },
    memberPolicies: { kind: 'ok' },
  });
  expect(gateway.calls.every(({ operation }) => !/Put|Delete/.test(operation))).toBe(true);
});

it('names the delegated administrator, and tries another account than it and the management account', async () => {
  expect(await observeProbes(gatewayOf(delegated), factsOf(delegated))).toMatchObject({
    own: read('organization', delegated),
    member: read('organization', member),
  });
});

it('tries the account that somebody named, though there may be none such', async () => {
  expect(await observeProbes(gatewayOf(), someFacts(), stranger)).toMatchObject({
    member: { ...read('organization', stranger), membership: ok({ kind: 'none' }), result: { kind: 'failed' } },
  });
  expect((await observeProbes(gatewayOf(), someFacts(), management)).member).toBeNull();
});

it('names what is out of reach, so that AWS says no', async () => {
  expect(await observeProbes(gatewayOf(delegated), factsOf(delegated), management)).toMatchObject({
    member: read('organization', management),
  });
  expect(await observeProbes(gatewayOf(member), factsOf(member), delegated)).toMatchObject({
    member: read('organization', delegated),
  });
});

it('reads only its own contact as an ordinary member, and where nobody knows what the caller is', async () => {
  for (const facts of [factsOf(member), factsOf(member, { organization: failed(bare) })]) {
    const gateway = gatewayOf(member);
    expect(await observeProbes(gateway, facts)).toMatchObject({
      own: read('standalone', member),
      member: null,
      memberPolicies: { kind: 'not-asked' },
      reads: [],
    });
    expect(gateway.calls.map(({ operation }) => operation)).toEqual(['account:GetAlternateContact']);
  }
});

it('tries nothing where nobody knows who is calling', async () => {
  const gateway = gatewayOf();
  expect(await observeProbes(gateway, someFacts({ identity: failed(bare) }), member)).toMatchObject({
    own: null,
    member: null,
  });
  expect(gateway.calls).toEqual([]);
});

it('tries the reads that plans make', async () => {
  const { reads } = await observeProbes(gatewayOf(), someFacts());
  expect(reads.map(({ operation, result, isAlwaysNeeded }) => [operation, result.kind, isAlwaysNeeded])).toEqual([
    ['organizations:ListAccounts', 'ok', true],
    ['organizations:ListOrganizationalUnitsForParent', 'ok', false],
    ['organizations:ListTagsForResource', 'ok', false],
  ]);
});
