import { behaviours } from 'orgcontacts-emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { causeOfDenial } from '../doctor/cause-of-denial.ts';
import type { Cause, Denial } from '../doctor/denial.ts';
import type { Facts } from '../doctor/facts.ts';
import { observeFacts } from '../doctor/observe-facts.ts';
import type { Target } from '../org/target.ts';
import {
  type Behaviour,
  callOn,
  codeOf,
  type Guard,
  type Home,
  ids,
  type Kind,
  type Operation,
  openStage,
  operations,
  otherSentences,
  policyOf,
  type Scene,
  type Stage,
  wordings,
} from './doctor-scenes.builder.ts';

type Code = Cause['code'];

/** How a call ends: it is allowed, or denied for a cause that the facts decide, that AWS's sentence has to tell apart, or that stays open. */
type Ending =
  | 'allowed'
  | { readonly by: 'facts'; readonly code: Code }
  | { readonly by: 'sentence'; readonly code: Code }
  | 'open';

const facts = (code: Code): Ending => ({ by: 'facts', code });
const sentence = (code: Code): Ending => ({ by: 'sentence', code });

const named = (home: Home): Target => ({ context: 'organization', accountId: ids[home] });
const own = (home: Home): Target => ({ context: 'standalone', accountId: ids[home] });

/** Which part of the tables a setting has to do with. */
type Part = 'contexts' | 'policies';

/**
 * The unverified options of the emulator that have a part in a denial or in the facts behind it, each at each of its values, one at a
 * time; and what each of them has to do with. The first values are played in full.
 */
const relevant = {
  trustedAccessOff: ['contexts'],
  delegatedToManagement: ['contexts'],
  unknownTarget: ['contexts'],
  consolidatedBilling: ['contexts'],
  noOrganization: ['contexts'],
  newAccountReady: ['contexts'],
  putOnInactive: ['contexts'],
  accountLifecycle: ['contexts'],
  accountPaths: ['contexts', 'policies'],
  emptyPages: ['contexts', 'policies'],
  deniedBy: ['policies'],
  explicitDenyDetail: ['policies'],
  invalidTypeAction: ['policies'],
} as const satisfies Partial<Record<keyof typeof behaviours, readonly Part[]>>;

const asBareAsEver: Behaviour = {
  trustedAccessOff: 'bare',
  delegatedToManagement: 'bare',
  unknownTarget: 'bare',
  consolidatedBilling: 'bare',
  noOrganization: 'bare',
  explicitDenyDetail: 'bare',
};

/** The settings for a part of the tables; the first is played for every kind of caller and operation. */
const settingsFor = (part: Part): readonly (readonly [string, Behaviour])[] => [
  ['as AWS is believed to be', {}],
  ['as bare as AWS ever was', asBareAsEver],
  // The keys of that table are names of options.
  ...(Object.keys(relevant) as (keyof typeof relevant)[])
    .filter((name) => relevant[name].some((each) => each === part))
    .flatMap((name) =>
      behaviours[name].values.slice(1).map((value) => [`${name} is ${value}`, { [name]: value }] as const),
    ),
];

/** Plays a call; where it is denied, looks at the facts and compares what is said of it, in every wording, with how it should end. */
const expectEnding = async (
  stage: Stage,
  {
    scene,
    target,
    ending,
    operation = 'get',
    type,
  }: {
    readonly scene: Scene;
    readonly target: Target;
    readonly ending: Ending;
    readonly operation?: Operation;
    readonly type?: string;
  },
): Promise<void> => {
  await stage.play(scene, async (gateway) => {
    const result = await callOn(gateway, operation, target, type);
    if (ending === 'allowed') {
      expect(result).toMatchObject({ kind: 'ok' });
      return;
    }
    if (result.kind === 'ok') throw new Error('It was allowed.');
    expect(result.failure.kind).toBe('denied');
    const known = await observeFacts(gateway, { described: [target.accountId] });
    const denial: Denial = { target, failure: result.failure, type: type ?? 'SECURITY' };
    expectWell(causeOfDenial(known, denial));
    const codes = wordings(result.failure).map((failure) => codeOf(causeOfDenial(known, { ...denial, failure })));
    expectCodes(codes, ending);
    if (ending !== 'open' && ending.by === 'facts') expectSteady(known, denial, ending.code);
  });
};

const expectCodes = ([said, ...reworded]: readonly Code[], ending: Exclude<Ending, 'allowed'>): void => {
  if (ending === 'open' || ending.by === 'facts') {
    const only = ending === 'open' ? 'denial-unclear' : ending.code;
    expect(new Set([said, ...reworded])).toEqual(new Set([only]));
    return;
  }
  expect(unnamed(ending.code)).toContain(said);
  for (const code of reworded) expect([...unnamed(ending.code), 'denial-unclear']).toContain(code);
};

/** Where AWS says no more than that a policy is in the way, it is one of the identity. */
const unnamed = (code: Code): readonly Code[] => [code, 'caller-policy'];

/** Where facts decide, not even another sentence changes anything. */
const expectSteady = (known: Facts, denial: Denial, code: Code): void => {
  for (const message of otherSentences)
    expect(codeOf(causeOfDenial(known, { ...denial, failure: { ...denial.failure, message } })), message).toBe(code);
};

/** Every cause has its fact and its message, and either what to do or what would decide, or nothing can be done. */
const expectWell = ({ code, fact, message, fix, would }: Cause): void => {
  expect([fact, message]).not.toContain('');
  expect(would !== null).toBe(code === 'denial-unclear');
  const isWithoutFix = ['denial-unclear', 'target-not-active', 'invalid-contact-type'].includes(code);
  expect(fix === null).toBe(isWithoutFix);
};

/** domain.md 2.3, and what lies around it: who calls about which account, as which context. */
const pairs: readonly (readonly [Home, Target, Ending])[] = [
  ['management', own('management'), 'allowed'],
  ['management', named('management'), facts('management-needs-standalone')],
  ['management', named('member'), 'allowed'],
  ['management', named('delegated'), 'allowed'],
  ['management', named('suspended'), 'allowed'],
  ['management', named('outsider'), facts('target-not-in-organization')],
  ['management', named('unknown'), facts('target-not-in-organization')],
  ['delegated', own('delegated'), 'allowed'],
  ['delegated', named('delegated'), 'allowed'],
  ['delegated', named('member'), 'allowed'],
  ['delegated', named('suspended'), 'allowed'],
  ['delegated', named('management'), facts('management-out-of-reach')],
  ['delegated', named('outsider'), facts('target-not-in-organization')],
  ['delegated', named('unknown'), facts('target-not-in-organization')],
  ['member', own('member'), 'allowed'],
  ...(['member', 'another', 'delegated', 'management', 'suspended', 'outsider', 'unknown'] as const).map(
    (home) => ['member', named(home), facts('not-delegated')] as const,
  ),
  ['outsider', own('outsider'), 'allowed'],
  ...(['outsider', 'member', 'management', 'unknown'] as const).map(
    (home) => ['outsider', named(home), facts('no-organization')] as const,
  ),
];

const all = { kinds: ['administrator', 'user', 'session'] as readonly Kind[], operations };
const few = { kinds: ['user'] as readonly Kind[], operations: ['get'] as readonly Operation[] };
const reads = policyOf({ Action: ['organizations:*', 'sts:*'] });
const denied = policyOf({ Effect: 'Deny', Action: 'account:*' });
const everything = policyOf({});

/** Everybody with a call that the organization allows. */
const allowed: readonly (readonly [Home, Target])[] = [
  ['management', own('management')],
  ['management', named('member')],
  ['delegated', own('delegated')],
  ['delegated', named('delegated')],
  ['delegated', named('member')],
  ['outsider', own('outsider')],
];

/** Denials 5 and 6 of policies of the identity. An ordinary member may not look at what else might be in its way. */
const identityDenials = allowed.flatMap(([home, target]) =>
  (
    [
      ['no identity policy allows', { may: [reads] }, 'identity-policy'],
      ['an identity policy denies', { may: [everything, denied] }, 'identity-policy'],
      ['the boundary does not allow', { boundary: reads }, 'permissions-boundary'],
      [
        'the boundary denies',
        { boundary: policyOf({ NotAction: 'account:*', Action: undefined }) },
        'permissions-boundary',
      ],
      ['the session policy does not allow', { session: reads, kind: 'session' }, 'session-policy'],
    ] as const
  ).map(([name, more, code]) => [name, { home, ...more } as Scene, target, sentence(code)] as const),
);

/** Denials 5 and 6 of service control policies, over a delegated administrator that may read them. */
const guardEndings: readonly (readonly [Guard, Ending, Ending])[] = [
  ['elsewhere', 'allowed', 'allowed'],
  ['contact-deny', facts('control-policy-denies'), facts('control-policy-denies')],
  ['standalone-deny', facts('control-policy-denies'), 'allowed'],
  ['region-deny', facts('control-policy-denies'), facts('control-policy-denies')],
  ['region-deny-elsewhere', 'allowed', 'allowed'],
  ['silent', facts('control-policy-lacks-allow'), facts('control-policy-lacks-allow')],
];

const guardDenials = guardEndings.flatMap(([guard, standalone, organization]) =>
  (
    [
      [own('delegated'), standalone],
      [named('delegated'), organization],
      [named('member'), organization],
    ] as const
  ).map(([target, ending]) => [guard, target, ending] as const),
);

describe.each(settingsFor('contexts'))('contexts: %s', (_, behaviour) => {
  const { kinds, operations } = Object.keys(behaviour).length === 0 ? all : few;
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(behaviour);
  });
  afterAll(() => stage.close());

  it.each(pairs)('from %s, %j: %j', async (home, target, ending) => {
    for (const kind of kinds) await expectEnding(stage, { scene: { home, kind }, target, ending });
    for (const operation of behaviour.putOnInactive ? all.operations : operations) {
      const isRefused = behaviour.putOnInactive === 'deny' && target.accountId === ids.suspended && operation !== 'get';
      const end = isRefused && ending === 'allowed' ? sentence('target-not-active') : ending;
      await expectEnding(stage, { scene: { home }, target, ending: end, operation });
    }
  });

  it.each(['member', 'delegated', 'management', 'unknown'] as const)(
    '1, while trusted access is off, a member names %s',
    (home) =>
      expectEnding(stage, {
        scene: { home: 'member', trusted: false },
        target: named(home),
        ending: facts('not-delegated'),
      }),
  );

  it('1, an account that is no longer delegated', () =>
    expectEnding(stage, {
      scene: { home: 'delegated', delegated: false },
      target: named('member'),
      ending: facts('not-delegated'),
    }));

  it.each(['member', 'delegated', 'management', 'outsider'] as const)('2, trusted access is off for %s', (home) =>
    expectEnding(stage, {
      scene: { home: 'management', trusted: false },
      target: named(home),
      ending: facts('trusted-access-off'),
    }),
  );

  it.each(['member', 'delegated', 'suspended'] as const)('11, an organization without all features, for %s', (home) =>
    expectEnding(stage, {
      scene: { home: 'management', featureSet: 'CONSOLIDATED_BILLING' },
      target: named(home),
      ending: facts('all-features-off'),
    }),
  );

  it('11, a member of it', () =>
    expectEnding(stage, {
      scene: { home: 'member', featureSet: 'CONSOLIDATED_BILLING' },
      target: named('another'),
      ending: facts('not-delegated'),
    }));

  it.each(['management', 'delegated'] as const)('an account that was created just now, from %s', (home) =>
    expectEnding(stage, {
      scene: { home, joinedAt: new Date(Date.now() - 60_000).toISOString() },
      target: named('member'),
      ending: behaviour.newAccountReady === 'after-7-minutes' ? 'open' : 'allowed',
    }),
  );
});

describe.each(settingsFor('policies'))('policies: %s', (_, behaviour) => {
  const { kinds, operations } = Object.keys(behaviour).length === 0 ? all : few;
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(behaviour);
  });
  afterAll(() => stage.close());

  it.each(identityDenials)('5 and 6, %s: %j, %j', async (__, scene, target, ending) => {
    for (const operation of operations) await expectEnding(stage, { scene, target, ending, operation });
  });

  it.each(guardDenials)('5 and 6, a service control policy, %s: %j', async (guard, target, ending) => {
    for (const kind of kinds) await expectEnding(stage, { scene: { home: 'delegated', guard, kind }, target, ending });
  });

  it.each(['contact-deny', 'region-deny', 'silent'] as const)(
    'no service control policy touches the management account: %s',
    (guard) =>
      expectEnding(stage, {
        scene: { home: 'management', guard, may: [reads] },
        target: named('member'),
        ending: sentence('identity-policy'),
      }),
  );

  it('5, a service control policy that does not know the role, where AWS names it', () =>
    expectEnding(stage, {
      scene: { home: 'delegated', kind: 'session', guard: 'role-deny' },
      target: named('member'),
      ending: behaviour.explicitDenyDetail === 'bare' ? 'open' : sentence('control-policy-denies'),
    }));

  it('5, a service control policy that knows the user', () =>
    expectEnding(stage, {
      scene: { home: 'delegated', guard: 'role-deny' },
      target: named('member'),
      ending: facts('control-policy-denies'),
    }));

  it.each(['contact-deny', 'silent', 'none'] as const)(
    'an ordinary member cannot look at policies over it: %s',
    (guard) =>
      expectEnding(stage, { scene: { home: 'member', guard, may: [reads] }, target: own('member'), ending: 'open' }),
  );

  it.each([
    ['nothing of the organization', 'management', [policyOf({ Action: 'sts:*' })]],
    ['nothing of the organization', 'delegated', [policyOf({ Action: 'sts:*' })]],
    ['only what every member may', 'delegated', [policyOf({ Action: 'organizations:DescribeOrganization' })]],
    ['not whether trusted access is on', 'management', [policyOf({ Action: ['organizations:Describe*'] })]],
  ] as const)('an identity that may read %s, in %s, cannot tell', (__, home, may) =>
    expectEnding(stage, { scene: { home, may }, target: named('member'), ending: 'open' }),
  );

  it('a service control policy that hides itself cannot be told from what it hides', () =>
    expectEnding(stage, {
      scene: { home: 'delegated', guard: 'everything-deny' },
      target: named('member'),
      ending: 'open',
    }));

  it.each(allowed)('7, a contact type that AWS does not know: %s, %j', async (home, target) => {
    for (const operation of operations)
      await expectEnding(stage, {
        scene: { home },
        target,
        ending: sentence('invalid-contact-type'),
        operation,
        type: 'security',
      });
  });
});
