import { describe, expect, it } from 'vitest';
import { anId, delegated, management } from '../gateway/memory/memory-world.builder.ts';
import { planSetup, type SetupFacts } from './plan-setup.ts';

const other = anId('444455556666');

const facts = (overrides: Partial<SetupFacts> = {}): SetupFacts => ({
  callerAccountId: management,
  managementAccountId: management,
  featureSet: 'ALL',
  isTrusted: false,
  administrators: [],
  states: new Map([[delegated, 'ACTIVE']]),
  ...overrides,
});

const stepsOf = (given: SetupFacts, administrator: typeof delegated | undefined = delegated) => {
  const plan = planSetup(given, administrator);
  return plan.kind === 'steps' ? plan.steps.map(({ kind }) => kind) : plan;
};

describe('what is left to do', () => {
  it.each([
    ['nothing is set up', facts(), ['enable-trusted-access', 'register-administrator']],
    ['trusted access is on', facts({ isTrusted: true }), ['register-administrator']],
    ['everything is set up', facts({ isTrusted: true, administrators: [delegated] }), []],
    ['only the administrator is', facts({ administrators: [delegated] }), ['enable-trusted-access']],
  ])('when %s', (_, given, steps) => {
    expect(stepsOf(given)).toEqual(steps);
  });

  it('is trusted access alone when no administrator is named, whoever holds the place', () => {
    expect(planSetup(facts({ administrators: [other] }), undefined)).toMatchObject({
      kind: 'steps',
      steps: [{ kind: 'enable-trusted-access', accountId: null }],
    });
    expect(planSetup(facts({ isTrusted: true }), undefined)).toEqual({ kind: 'steps', steps: [] });
  });

  it('says the commands that do it and those that take it back', () => {
    const plan = planSetup(facts(), delegated);
    expect(plan.kind === 'steps' && plan.steps.map(({ command, reverse }) => [command, reverse])).toEqual([
      [
        'aws organizations enable-aws-service-access --service-principal account.amazonaws.com',
        'aws organizations disable-aws-service-access --service-principal account.amazonaws.com',
      ],
      [
        'aws organizations register-delegated-administrator --account-id 222233334444 --service-principal account.amazonaws.com',
        'aws organizations deregister-delegated-administrator --account-id 222233334444 --service-principal account.amazonaws.com',
      ],
    ]);
  });
});

describe('refuses', () => {
  it.each([
    [
      'a caller that is a member',
      facts({ callerAccountId: delegated }),
      delegated,
      'this is 222233334444',
      '111122223333',
    ],
    [
      'an organization without all features',
      facts({ featureSet: 'CONSOLIDATED_BILLING' }),
      delegated,
      'CONSOLIDATED_BILLING',
      'enable-all-features',
    ],
    [
      'the management account as administrator',
      facts(),
      management,
      'its own delegated administrator',
      'member account',
    ],
    [
      'a place that is taken',
      facts({ administrators: [other] }),
      delegated,
      '444455556666 is the delegated administrator',
      'deregister-delegated-administrator --account-id 444455556666',
    ],
    ['an account of somebody else', facts(), other, 'no account 444455556666', 'ACTIVE member'],
    [
      'an account that is closed',
      facts({ states: new Map([[delegated, 'CLOSED']]) }),
      delegated,
      '222233334444 is CLOSED',
      'ACTIVE member',
    ],
  ])('%s', (_, given, administrator, because, help) => {
    expect(planSetup(given, administrator)).toEqual({
      kind: 'refused',
      because: expect.stringContaining(because),
      help: expect.stringContaining(help),
    });
  });
});
