import { expect, it } from 'vitest';
import type { Failure } from '../../failure/failure.ts';
import { ok } from '../../failure/failure.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { makeMemoryGateway } from '../../gateway/memory/memory-gateway.ts';
import { anAccount, anId, aWorld, management } from '../../gateway/memory/memory-world.builder.ts';
import { aFailure } from '../../gateway/memory/weather.builder.ts';
import { fullAccess } from './control-policy.ts';
import { observeControlPolicies } from './observe-control-policies.ts';

const member = anId('444455556666');
const way = ['r-ex01', 'ou-ex01-workload1', 'ou-ex01-prod00001', member];

/** A member three steps below the root, with AWS's policy everywhere and another at two steps. */
const aGateway = (fail: (operation: string) => Failure | undefined = () => undefined) => {
  const world = aWorld([anAccount(member, { parent: 'ou-ex01-prod00001' })]);
  world.controlPolicies = [
    { id: fullAccess.id, name: 'FullAWSAccess', content: 'AWS knows', attachedTo: way },
    { id: 'p-examplepolicyid', name: 'guard', content: '{}', attachedTo: ['r-ex01', member, 'ou-ex01-sandbox01'] },
  ];
  return makeMemoryGateway(world, management, { fail });
};

/** AWS did not say where an account is before it had `Paths`. */
const withoutPaths = (gateway: Gateway): Gateway => ({ ...gateway, describeAccount: async () => ok(undefined) });

it('reads the policies at each step down to the account, each document once and that of AWS never', async () => {
  const gateway = aGateway();
  const levels = await observeControlPolicies(gateway, member);
  expect(
    levels.kind === 'ok' && levels.value.map(({ targetId, policies }) => [targetId, policies.map(({ id }) => id)]),
  ).toEqual([
    ['r-ex01', ['p-FullAWSAccess', 'p-examplepolicyid']],
    ['ou-ex01-workload1', ['p-FullAWSAccess']],
    ['ou-ex01-prod00001', ['p-FullAWSAccess']],
    [member, ['p-FullAWSAccess', 'p-examplepolicyid']],
  ]);
  expect(gateway.calls.map(({ operation }) => operation).filter((each) => /Describe/.test(each))).toEqual([
    'organizations:DescribeAccount',
    'organizations:DescribePolicy',
  ]);
  expect(levels.kind === 'ok' && levels.value[0]?.policies[0]?.content).toBe(fullAccess.content);
});

it('climbs up the parents where AWS does not say the way, and where it may not be asked', async () => {
  const direct = await observeControlPolicies(aGateway(), member);
  expect(await observeControlPolicies(withoutPaths(aGateway()), member)).toEqual(direct);
  const denied = aGateway((operation) => (operation === 'organizations:DescribeAccount' ? aFailure() : undefined));
  expect(await observeControlPolicies(denied, member)).toEqual(direct);
});

it.each(['organizations:ListParents', 'organizations:ListPoliciesForTarget', 'organizations:DescribePolicy'])(
  'fails as a whole when %s fails, since half of them prove nothing',
  async (failing) => {
    const gateway = withoutPaths(
      aGateway((operation) => (operation === failing ? aFailure({ operation }) : undefined)),
    );
    expect(await observeControlPolicies(gateway, member)).toEqual({
      kind: 'failed',
      failure: aFailure({ operation: failing }),
    });
  },
);

it('ends at parents that go round in a circle', async () => {
  const circle: Gateway = {
    ...withoutPaths(aGateway()),
    listParents: async () => ok({ items: ['ou-ex01-prod00001'] }),
  };
  expect(await observeControlPolicies(circle, member)).toMatchObject({ kind: 'ok' });
});
