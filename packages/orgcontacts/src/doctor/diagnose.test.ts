import { describe, expect, it } from 'vitest';
import { type Failure, failed, ok, type Result } from '../failure/failure.ts';
import { delegated, management } from '../gateway/memory/memory-world.builder.ts';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import { diagnose, type Observations } from './diagnose.ts';
import { aDocument, aLevel, bare, deniedBy, factsOf, member, notForMembers, someFacts } from './facts.builder.ts';
import { notAsked } from './facts.ts';
import type { Finding, Level } from './finding.ts';
import type { Probes } from './observe-probes.ts';
import type { Setting } from './setting.ts';

const named = (accountId: typeof management, result: Result<unknown> = ok(undefined)) => ({
  target: { context: 'organization' as const, accountId },
  result,
});
const own = (accountId: typeof management) => ({
  ...named(accountId),
  target: { context: 'standalone' as const, accountId },
});
const member0 = { ...named(member), membership: ok({ kind: 'member', state: 'ACTIVE' } as const) };

const probes = (overrides: Partial<Probes> = {}): Probes => ({
  own: own(management),
  member: member0,
  memberPolicies: ok([aLevel()]),
  reads: [
    { operation: 'organizations:ListAccounts', result: ok(undefined), isAlwaysNeeded: true },
    { operation: 'organizations:ListTagsForResource', result: ok(undefined), isAlwaysNeeded: false },
  ],
  ...overrides,
});

const setting: Setting = {
  versions: { tool: '0.1.0', node: '20.20.2', sdk: '3.1169.4', sdkTested: '~3.1169.0' },
  policy: { kind: 'valid', file: 'contacts.yaml', warnings: 1 },
  journal: { kind: 'usable', place: '.orgcontacts' },
};

const find = (overrides: Partial<Observations> = {}): readonly Finding[] =>
  diagnose({ facts: someFacts(), probes: probes(), management: null, setting, ...overrides });
const at = (level: Level, findings: readonly Finding[]) =>
  findings.filter((each) => each.level === level).map(({ code }) => code);
const notOk = (overrides: Partial<Observations>) =>
  find(overrides)
    .filter(({ level }) => level !== 'ok')
    .map(({ code, level }) => [code, level]);
const one = (code: Finding['code'], overrides: Partial<Observations>) => {
  const found = find(overrides).find((each) => each.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
};

const asDelegated: Partial<Observations> = {
  facts: factsOf(delegated),
  probes: probes({ own: named(delegated) }),
};
const asMember: Partial<Observations> = {
  facts: factsOf(member),
  probes: { own: own(member), member: null, memberPolicies: notAsked, reads: [] },
};

describe('with nothing in the way', () => {
  it('says so of everything, in order, from the management account', () => {
    const findings = find();
    expect(at('ok', findings)).toEqual([
      ...['caller', 'partition', 'quotas', 'clock', 'organization', 'all-features', 'role', 'trusted-access'],
      ...['delegated-administrator', 'organization-reads', 'own-contact', 'member-contact'],
      ...['versions', 'policy-file', 'journal'],
    ]);
    expect(findings.every(({ fix, would }) => fix === null && would === null)).toBe(true);
  });

  it('looks at the service control policies too, from the delegated administrator', () => {
    expect(notOk(asDelegated)).toEqual([]);
    expect(one('control-policies', asDelegated).fact).toContain('r-ex01 has FullAWSAccess');
    expect(one('role', asDelegated).message).toContain(`but the management account ${management}`);
  });

  it('tells an ordinary member that it reaches itself only, and nothing of what it needs not', () => {
    expect(notOk(asMember)).toEqual([['member-only', 'warning']]);
    expect(one('member-only', asMember).message).toContain(`the management account ${management}`);
    const known = factsOf(member, { administrators: ok([delegated]) });
    expect(one('member-only', { ...asMember, facts: known }).message).toContain(`call from ${delegated}`);
  });

  it('says how many calls a second the partition allows', () => {
    const china = someFacts({
      identity: ok({ accountId: management, arn: `arn:aws-cn:iam::${management}:user/mary` }),
    });
    expect(one('quotas', {}).message).toBe('AWS allows 10 reads, 5 writes and 1 deletes of contacts a second.');
    expect(one('quotas', { facts: china }).message).toContain('3 reads, 1 writes');
  });

  it('tells that members may not change their own contacts, which is no problem', () => {
    const locked = probes({
      memberPolicies: ok([aLevel([aDocument({ Action: 'account:Put*', Resource: 'arn:aws:account::*:account' })])]),
    });
    expect(one('members-locked', { probes: locked })).toMatchObject({
      level: 'ok',
      message: expect.stringContaining('may not change its own contacts, by the service control policy guard 0'),
    });
  });
});

describe('the caller', () => {
  const unsent: Failure = {
    kind: 'expired',
    operation: 'sts:GetCallerIdentity',
    code: 'CredentialsProviderError',
    message: 'none found',
  };
  const none: Probes = { own: null, member: null, memberPolicies: notAsked, reads: [] };
  const without = (failure: Failure) => ({
    facts: someFacts({ identity: failed(failure), organization: notAsked, clockSkew: undefined }),
    probes: none,
  });

  it.each([
    ['no-credentials', unsent, 'aws sso login'],
    ['credentials-refused', aFailure({ kind: 'expired', code: 'ExpiredToken' }), 'aws sso login'],
    ['signature-refused', aFailure({ code: 'SignatureDoesNotMatch' }), 'aws sts get-caller-identity'],
    ['caller-unknown', aFailure({ kind: 'unavailable', code: 'ECONNREFUSED' }), 'aws sts get-caller-identity'],
  ] as const)('cannot be found out: %s; the machine is looked at all the same', (code, failure, fix) => {
    expect(notOk(without(failure))).toEqual([[code, 'problem']]);
    expect(one(code, without(failure)).fix).toBe(fix);
    expect(at('ok', find(without(failure)))).toEqual(['versions', 'policy-file', 'journal']);
  });

  it('is in a partition without alternate contacts', () => {
    const facts = someFacts({
      identity: ok({ accountId: management, arn: `arn:aws-us-gov:iam::${management}:user/mary` }),
    });
    expect(one('partition-unsupported', { facts })).toMatchObject({
      level: 'problem',
      message: expect.stringContaining('aws-us-gov has no documented API for alternate contacts'),
    });
    expect(find({ facts }).some(({ code }) => code === 'quotas')).toBe(false);
  });

  it.each([
    [59_000, 'clock', 'ok', '59 s behind'],
    [60_000, 'clock-skew', 'warning', '60 s behind'],
    [-299_000, 'clock-skew', 'warning', '299 s ahead'],
    [-300_000, 'clock-skew', 'problem', '300 s ahead'],
  ] as const)('has a clock that is %i ms off: %s, %s', (clockSkew, code, level, fact) => {
    expect(one(code, { facts: someFacts({ clockSkew }) })).toMatchObject({
      level,
      fact: expect.stringContaining(fact),
    });
  });
});

describe('the organization', () => {
  it('is none', () => {
    const facts = someFacts({
      organization: failed(aFailure({ kind: 'other', code: 'AWSOrganizationsNotInUseException' })),
    });
    expect(notOk({ facts, probes: probes({ member: null, reads: [] }) })).toEqual([['no-organization', 'problem']]);
  });

  it.each([
    ['denied', 'problem'],
    ['unavailable', 'cannot-tell'],
  ] as const)('could not be read: %s is a %s', (kind, level) => {
    const facts = someFacts({ organization: failed({ ...bare, kind }) });
    expect(notOk({ facts, probes: probes({ member: null, reads: [] }) })).toEqual([['organization-unreadable', level]]);
  });

  it('has no more than consolidated billing', () => {
    const organization = ok({
      id: 'o-exampleorgid',
      managementAccountId: management,
      featureSet: 'CONSOLIDATED_BILLING',
    });
    const facts = someFacts({ organization, trustedServices: ok([]) });
    expect(notOk({ facts, probes: probes({ member: { ...member0, result: failed(bare) } }) })).toEqual([
      ['all-features-off', 'problem'],
      ['trusted-access-off', 'problem'],
    ]);
  });

  it('gives no trusted access', () => {
    const facts = someFacts({ trustedServices: ok([]) });
    const denied = probes({ member: { ...member0, result: failed(bare) } });
    expect(notOk({ facts, probes: denied })).toEqual([['trusted-access-off', 'problem']]);
    expect(one('trusted-access-off', { facts }).fix).toBe('orgcontacts setup');
  });

  it('proves trusted access by a call that named an account, where it may not be listed', () => {
    const facts = someFacts({ trustedServices: failed(deniedBy('identity-based policy')) });
    expect(notOk({ facts })).toEqual([]);
    expect(notOk({ facts, probes: probes({ member: null }) })).toEqual([['trusted-access-unknown', 'cannot-tell']]);
  });

  it('does not say what the caller is', () => {
    const facts = factsOf(delegated, {
      administrators: failed(deniedBy('identity-based policy')),
      ownByName: failed(bare),
    });
    expect(one('role-unknown', { facts })).toMatchObject({
      level: 'cannot-tell',
      would: expect.stringContaining('list-delegated-administrators'),
    });
  });

  it('has no delegated administrator, or hides it, which is no problem for the management account', () => {
    expect(one('delegated-administrator', { facts: someFacts({ administrators: ok([]) }) })).toMatchObject({
      level: 'ok',
    });
    const hidden = someFacts({ administrators: failed(deniedBy('identity-based policy')) });
    expect(one('delegated-administrator', { facts: hidden })).toMatchObject({ level: 'warning' });
  });
});

describe('reads', () => {
  const denied = failed(deniedBy('identity-based policy', 'organizations:ListAccounts'));
  const reading = (isAlwaysNeeded: boolean, result = denied) =>
    probes({ reads: [{ operation: 'organizations:ListAccounts', result, isAlwaysNeeded }] });

  it('of the organization are denied, and AWSAccountManagementFullAccess does not help', () => {
    expect(notOk({ probes: reading(true) })).toEqual([['organization-reads-denied', 'problem']]);
    expect(notOk({ probes: reading(false) })).toEqual([['organization-reads-denied', 'warning']]);
    expect(one('organization-reads-denied', { probes: reading(true) })).toMatchObject({
      message: expect.stringContaining('AWSAccountManagementFullAccess has none'),
      fix: 'orgcontacts iam --for plan',
    });
  });

  it('of the organization, or of a contact, that fail otherwise cannot be told', () => {
    const unavailable = failed(aFailure({ kind: 'unavailable' }));
    expect(notOk({ probes: reading(true, unavailable) })).toEqual([['organization-reads-failed', 'cannot-tell']]);
    expect(notOk({ probes: probes({ own: { ...own(management), result: unavailable } }) })).toEqual([
      ['contact-read-failed', 'cannot-tell'],
    ]);
  });

  it('of contacts that are denied have their cause', () => {
    const inTheWay = probes({ member: { ...member0, result: failed(deniedBy('identity-based policy')) } });
    expect(one('identity-policy', { probes: inTheWay })).toMatchObject({
      level: 'problem',
      message: expect.stringContaining(`The account ${member} could not be read.`),
    });
    const nowhere = probes({ member: { ...member0, result: failed(bare), membership: ok({ kind: 'none' }) } });
    expect(notOk({ probes: nowhere })).toEqual([['target-not-in-organization', 'problem']]);
    const unclear = probes({ own: { ...own(management), result: failed(bare) } });
    expect(notOk({ probes: unclear })).toEqual([['denial-unclear', 'cannot-tell']]);
  });
});

describe('service control policies', () => {
  const under = (...documents: readonly object[]): Partial<Observations> => ({
    ...asDelegated,
    facts: factsOf(delegated, { controlPolicies: ok([aLevel(documents)]) }),
  });

  it('deny writes, which no read shows', () => {
    const writes = under(aDocument({ Action: ['account:Put*', 'account:Delete*'] }));
    expect(notOk(writes)).toEqual([
      ['control-policy-denies', 'problem'],
      ['control-policy-denies', 'problem'],
    ]);
  });

  it('deny every Region but some, without leaving account:* out', () => {
    const Condition = { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } };
    expect(notOk(under(aDocument({ NotAction: 'iam:*', Action: undefined, Condition })))).toHaveLength(3);
    expect(notOk(under(aDocument({ NotAction: ['iam:*', 'account:*'], Action: undefined, Condition })))).toEqual([]);
  });

  it('may deny under a condition', () => {
    const role = under(aDocument({ Action: 'account:Put*', Condition: { ArnNotLike: { 'aws:PrincipalTag/x': 'y' } } }));
    expect(notOk(role)).toEqual([['control-policy-may-deny', 'warning']]);
    expect(one('control-policy-may-deny', role).would).toContain('--policy-id p-example0');
  });

  it('do not allow', () => {
    const silent = factsOf(delegated, {
      controlPolicies: ok([
        { targetId: 'r-ex01', policies: aLevel([aDocument({ Effect: 'Allow', Action: 's3:*' })]).policies.slice(1) },
      ]),
    });
    expect(new Set(notOk({ ...asDelegated, facts: silent }).map(([code]) => code))).toEqual(
      new Set(['control-policy-lacks-allow']),
    );
  });

  it('cannot be read: a warning from the delegated administrator, and nothing from a member', () => {
    const hidden = factsOf(delegated, { controlPolicies: failed(deniedBy('identity-based policy')) });
    expect(notOk({ ...asDelegated, facts: hidden })).toEqual([['control-policies-unknown', 'warning']]);
    expect(notOk({ ...asMember, facts: factsOf(member, { controlPolicies: failed(notForMembers) }) })).toEqual([
      ['member-only', 'warning'],
    ]);
  });
});

describe('credentials for the management account', () => {
  const identity = ok({ accountId: management, arn: `arn:aws:iam::${management}:user/mary` });
  const other = ok({ accountId: member, arn: `arn:aws:iam::${member}:user/mary` });
  const read = ok(undefined);

  it.each([
    ['management-credentials', 'ok', { identity, result: read }],
    ['management-credentials-other', 'problem', { identity: other, result: read }],
    ['contact-read-failed', 'cannot-tell', { identity, result: failed(bare) }],
    ['credentials-refused', 'problem', { identity: failed(aFailure({ kind: 'expired' })), result: read }],
  ] as const)('are looked at, where there are any: %s', (code, level, probe) => {
    expect(one(code, { ...asDelegated, management: probe })).toMatchObject({ level });
  });
});

describe('the machine', () => {
  const versions = (overrides: Partial<Setting['versions']>) => ({
    setting: { ...setting, versions: { ...setting.versions, ...overrides } },
  });

  it.each([
    ['20.19.0', []],
    ['22.0.0', []],
    ['20.18.3', [['node-too-old', 'problem']]],
    ['18.20.0', [['node-too-old', 'problem']]],
  ])('has Node.js %s', (node, expected) => {
    expect(notOk(versions({ node }))).toEqual(expected);
  });

  it.each([
    ['3.1169.0', []],
    [null, []],
    ['3.1170.0', [['sdk-other', 'warning']]],
    ['4.1169.0', [['sdk-other', 'warning']]],
  ])('has the AWS SDK %s', (sdk, expected) => {
    expect(notOk(versions({ sdk }))).toEqual(expected);
  });

  it.each([
    [{ kind: 'invalid', file: 'contacts.yaml', errors: 2 }, 'policy-file-invalid', 'problem', '2 mistakes'],
    [{ kind: 'missing', file: 'contacts.yaml', isNamed: false }, 'policy-file-missing', 'warning', 'no such file'],
    [{ kind: 'missing', file: 'mine.yaml', isNamed: true }, 'policy-file-missing', 'problem', 'mine.yaml'],
  ] as const)('has no good policy file: %j', (policy, code, level, fact) => {
    const found = { setting: { ...setting, policy } };
    expect(notOk(found)).toEqual([[code, level]]);
    expect(one(code, found).fact).toContain(fact);
  });

  it('cannot keep journals', () => {
    const journal = { kind: 'unusable', place: '/proc/none', because: 'ENOENT: no such file' } as const;
    expect(notOk({ setting: { ...setting, journal } })).toEqual([['journal-unusable', 'problem']]);
  });
});
