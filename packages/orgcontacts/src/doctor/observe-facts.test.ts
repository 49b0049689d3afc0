import { expect, it } from 'vitest';
import type { Failure } from '../failure/failure.ts';
import { ok } from '../failure/failure.ts';
import { makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import { anAccount, anId, aWorld, delegated, management } from '../gateway/memory/memory-world.builder.ts';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import { bare, member, notForMembers } from './facts.builder.ts';
import { observeFacts } from './observe-facts.ts';

const stranger = anId('777788889999');
type Fail = (operation: string) => Failure | undefined;

const gatewayOf = (caller = management, fail: Fail = () => undefined) =>
  makeMemoryGateway(aWorld([anAccount(member, { state: 'SUSPENDED' })]), caller, { fail });

const operationsOf = ({ calls }: ReturnType<typeof gatewayOf>): readonly string[] =>
  calls.map(({ operation }) => operation.replace(/^.*:/, ''));

it('asks three things from the management account, over which there are no service control policies', async () => {
  const gateway = gatewayOf();
  expect(await observeFacts(gateway)).toMatchObject({
    identity: { kind: 'ok', value: { accountId: management } },
    organization: { kind: 'ok', value: { managementAccountId: management, featureSet: 'ALL' } },
    trustedServices: ok(['account.amazonaws.com']),
    administrators: { kind: 'not-asked' },
    ownByName: { kind: 'not-asked' },
    controlPolicies: { kind: 'not-asked' },
    hasReachedMember: false,
    clockSkew: undefined,
    endpoint: 'memory',
  });
  expect(operationsOf(gateway)).toEqual([
    'GetCallerIdentity',
    'DescribeOrganization',
    'ListAWSServiceAccessForOrganization',
  ]);
});

it('asks for the delegated administrator too, where somebody wants to know everything', async () => {
  expect(await observeFacts(gatewayOf(), { isWhole: true })).toMatchObject({ administrators: ok([delegated]) });
});

it('reads the service control policies over every other caller', async () => {
  const gateway = gatewayOf(delegated);
  expect(await observeFacts(gateway)).toMatchObject({
    ownByName: { kind: 'not-asked' },
    controlPolicies: ok([
      { targetId: 'r-ex01', policies: [] },
      { targetId: delegated, policies: [] },
    ]),
  });
  expect(operationsOf(gateway).slice(4)).toEqual(['DescribeAccount', 'ListPoliciesForTarget', 'ListPoliciesForTarget']);
});

it('tries whether a caller may name itself, where it may not list the administrators', async () => {
  const refusing: Fail = (operation) => {
    if (/List|DescribeAccount/.test(operation)) return { ...notForMembers, operation };
    return operation === 'account:GetAlternateContact' ? bare : undefined;
  };
  const facts = await observeFacts(gatewayOf(member, refusing));
  expect(facts).toMatchObject({
    administrators: { kind: 'failed' },
    ownByName: { kind: 'failed', failure: bare },
    controlPolicies: { kind: 'failed', failure: { operation: 'organizations:ListParents' } },
  });
});

it('hides no fact behind one that cannot be read', async () => {
  const operation = 'organizations:ListAWSServiceAccessForOrganization';
  const facts = await observeFacts(
    gatewayOf(management, (asked) => (asked === operation ? aFailure({ operation }) : undefined)),
    { isWhole: true },
  );
  expect(facts).toMatchObject({ trustedServices: { kind: 'failed' }, administrators: { kind: 'ok' } });
});

it.each([
  ['GetCallerIdentity', ['GetCallerIdentity']],
  ['DescribeOrganization', ['GetCallerIdentity', 'DescribeOrganization']],
])('asks nothing more without %s', async (failing, asked) => {
  const gateway = gatewayOf(management, (operation) =>
    operation.endsWith(failing) ? aFailure({ operation }) : undefined,
  );
  expect(await observeFacts(gateway, { described: [member] })).toMatchObject({
    trustedServices: { kind: 'not-asked' },
    controlPolicies: { kind: 'not-asked' },
  });
  expect(operationsOf(gateway)).toEqual(asked);
});

it('knows accounts that were listed, and looks only for the others', async () => {
  const gateway = gatewayOf();
  const facts = await observeFacts(gateway, {
    listed: new Map([[delegated, null]]),
    described: [delegated, member, stranger],
    hasReachedMember: true,
  });
  expect([...facts.accounts]).toEqual([
    [delegated, ok({ kind: 'member', state: null })],
    [management, ok({ kind: 'member', state: null })],
    [member, ok({ kind: 'member', state: 'SUSPENDED' })],
    [stranger, ok({ kind: 'none' })],
  ]);
  expect(facts.hasReachedMember).toBe(true);
  expect(operationsOf(gateway).filter((operation) => operation === 'DescribeAccount')).toHaveLength(2);
});
