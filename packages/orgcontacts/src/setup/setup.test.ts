import { expect, it } from 'vitest';
import type { Failure } from '../failure/failure.ts';
import { makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import { anId, aWorld, delegated, management } from '../gateway/memory/memory-world.builder.ts';
import type { MemoryWorld } from '../gateway/memory/memory-world.ts';
import { applyStep } from './apply-step.ts';
import { observeSetup } from './observe-setup.ts';
import { planSetup } from './plan-setup.ts';

/** Looks, plans and carries out, as often as asked; gives what was done each time. */
const setUp = async (world: MemoryWorld, times = 1): Promise<readonly (readonly string[] | string)[]> => {
  const done: (readonly string[] | string)[] = [];
  for (let time = 0; time < times; time++) {
    const gateway = makeMemoryGateway(world, management);
    const facts = await observeSetup(gateway, delegated);
    if (facts.kind === 'failed') throw new Error(facts.failure.message);
    const plan = planSetup(facts.value, delegated);
    if (plan.kind === 'refused') done.push(plan.because);
    else {
      for (const step of plan.steps) expect(await applyStep(gateway, step)).toEqual({ kind: 'ok', value: undefined });
      done.push(plan.steps.map(({ kind }) => kind));
    }
  }
  return done;
};

const emptyWorld = (): MemoryWorld => Object.assign(aWorld(), { trustedServices: [], delegatedAdministrators: [] });

it('sets up what is missing, in the order that AWS takes, and nothing the second time', async () => {
  const world = emptyWorld();
  expect(await setUp(world, 2)).toEqual([['enable-trusted-access', 'register-administrator'], []]);
  expect(world).toMatchObject({ trustedServices: ['account.amazonaws.com'], delegatedAdministrators: [delegated] });
});

it('finishes what was half done', async () => {
  const world = emptyWorld();
  world.trustedServices = ['sso.amazonaws.com', 'account.amazonaws.com'];
  expect(await setUp(world, 2)).toEqual([['register-administrator'], []]);
  expect(world.trustedServices).toEqual(['sso.amazonaws.com', 'account.amazonaws.com']);
});

it('changes nothing where another account holds the place', async () => {
  const world = emptyWorld();
  world.delegatedAdministrators = [anId('444455556666')];
  world.trustedServices = ['account.amazonaws.com'];
  expect(await setUp(world)).toEqual([expect.stringContaining('444455556666 is the delegated administrator')]);
  expect(world.delegatedAdministrators).toEqual(['444455556666']);
});

it('asks nothing more of an organization in which the caller may not set it up', async () => {
  const gateway = makeMemoryGateway(emptyWorld(), delegated);
  expect(await observeSetup(gateway, delegated)).toMatchObject({ kind: 'ok', value: { callerAccountId: delegated } });
  expect(gateway.calls.map(({ operation }) => operation)).toEqual([
    'sts:GetCallerIdentity',
    'organizations:DescribeOrganization',
  ]);
});

it.each([
  'sts:GetCallerIdentity',
  'organizations:DescribeOrganization',
  'organizations:ListAWSServiceAccessForOrganization',
  'organizations:ListDelegatedAdministrators',
  'organizations:DescribeAccount',
])('ends at the first call that fails: %s', async (denied) => {
  const failure: Failure = { kind: 'denied', operation: denied, code: 'AccessDeniedException', message: 'no' };
  const gateway = makeMemoryGateway(aWorld(), management, {
    fail: (operation) => (operation === denied ? failure : undefined),
  });
  expect(await observeSetup(gateway, delegated)).toEqual({ kind: 'failed', failure });
});

it('takes an administrator that somebody registered meanwhile for done, and no other failure', async () => {
  const step = { kind: 'register-administrator', accountId: delegated, command: '', reverse: '' } as const;
  const failing = (code: string) => {
    const failure: Failure = {
      kind: 'other',
      operation: 'organizations:RegisterDelegatedAdministrator',
      code,
      message: '',
    };
    return makeMemoryGateway(aWorld(), management, { fail: () => failure });
  };
  expect(await applyStep(failing('AccountAlreadyRegisteredException'), step)).toMatchObject({ kind: 'ok' });
  expect(await applyStep(failing('ConstraintViolationException'), step)).toMatchObject({ kind: 'failed' });
});
