import { describe, expect, it } from 'vitest';
import type { AccountId } from '../contact/account-id.ts';
import { type Failure, failed, ok } from '../failure/failure.ts';
import { anId, delegated, management } from '../gateway/memory/memory-world.builder.ts';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import { causeOfDenial } from './cause-of-denial.ts';
import {
  aDocument,
  aLevel,
  bare,
  deniedBy,
  deniedWith,
  factsOf,
  member,
  notForMembers,
  someFacts,
} from './facts.builder.ts';
import type { Facts } from './facts.ts';

const named = (accountId: AccountId) => ({ context: 'organization', accountId }) as const;
const own = (accountId: AccountId) => ({ context: 'standalone', accountId }) as const;
const codeOf = (facts: Facts, target: ReturnType<typeof named | typeof own>, failure: Failure, type?: string) =>
  causeOfDenial(facts, { target, failure, ...(type !== undefined && { type }) }).code;

const outside = failed(aFailure({ kind: 'other', code: 'AWSOrganizationsNotInUseException' }));
const hidden = failed(deniedBy('identity-based policy', 'organizations:ListAWSServiceAccessForOrganization'));
const stranger = anId('777788889999');
const without = new Map([[stranger, ok({ kind: 'none' } as const)]]);
const suspended = new Map([[member, ok({ kind: 'member', state: 'SUSPENDED' } as const)]]);
const billing = ok({ id: 'o-exampleorgid', managementAccountId: management, featureSet: 'CONSOLIDATED_BILLING' });

it.each([
  ['no-organization', factsOf(stranger, { organization: outside }), named(member)],
  ['not-delegated', factsOf(member), named(delegated)],
  ['not-delegated', factsOf(member), named(member)],
  ['not-delegated', factsOf(member, { organization: billing }), named(delegated)],
  ['all-features-off', someFacts({ organization: billing }), named(member)],
  ['trusted-access-off', someFacts({ trustedServices: ok(['sso.amazonaws.com']) }), named(member)],
  ['trusted-access-off', someFacts({ trustedServices: ok([]) }), named(management)],
  ['management-needs-standalone', someFacts(), named(management)],
  ['management-out-of-reach', factsOf(delegated), named(management)],
  ['target-not-in-organization', someFacts({ accounts: without }), named(stranger)],
])('names %s whatever the sentence says', (code, facts, target) => {
  for (const failure of [bare, deniedBy('identity-based policy'), deniedWith(' (something new)')])
    expect(codeOf(facts, target, failure)).toBe(code);
});

describe('of the policies of the identity', () => {
  it.each([
    ['identity-based policy', 'identity-policy'],
    ['permissions boundary', 'permissions-boundary'],
    ['session policy', 'session-policy'],
  ])('takes the sentence to tell them apart: %s', (words, code) => {
    expect(codeOf(someFacts(), named(member), deniedBy(words))).toBe(code);
    expect(codeOf(someFacts(), own(management), deniedBy(words))).toBe(code);
    expect(codeOf(factsOf(delegated), named(member), deniedBy(words))).toBe(code);
    expect(codeOf(factsOf(stranger, { organization: outside }), own(stranger), deniedBy(words))).toBe(code);
  });

  it('names them together where the sentence does not', () => {
    expect(codeOf(someFacts(), named(member), deniedWith(' with an explicit deny'))).toBe('caller-policy');
  });

  it.each([
    ['a bare sentence', someFacts(), bare],
    ['a service control policy over the management account', someFacts(), deniedBy('service control policy')],
    ['a service control policy that is not there', factsOf(delegated), deniedBy('service control policy')],
    ['a policy of another kind', someFacts(), deniedBy('VPC endpoint policy')],
  ])('cannot tell by %s', (_, facts, failure) => {
    expect(codeOf(facts, named(member), failure)).toBe('denial-unclear');
  });

  it('cannot tell in an ordinary member, where service control policies cannot be read', () => {
    const cause = causeOfDenial(factsOf(member), { target: own(member), failure: deniedBy('identity-based policy') });
    expect(cause).toMatchObject({
      code: 'denial-unclear',
      fact: expect.stringContaining("AWS's sentence names a policy of the identity"),
      would: expect.stringContaining('list-policies-for-target --target-id 444455556666'),
    });
  });
});

describe('of service control policies', () => {
  const under = (...documents: readonly object[]) => factsOf(delegated, { controlPolicies: ok([aLevel(documents)]) });
  const regionDeny = aDocument({
    NotAction: 'iam:*',
    Action: undefined,
    Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
  });
  const roleDeny = aDocument({ Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Contacts' } } });
  const byTag = aDocument({ Condition: { StringEquals: { 'aws:PrincipalTag/team': 'payments' } } });

  it('names one that denies, whatever the sentence says', () => {
    for (const failure of [bare, deniedBy('identity-based policy'), deniedBy('service control policy')])
      for (const document of [aDocument({ Action: 'account:*' }), regionDeny, roleDeny])
        expect(codeOf(under(document), named(member), failure)).toBe('control-policy-denies');
  });

  it('names the policy and its place, and shows it', () => {
    expect(causeOfDenial(under(regionDeny), { target: named(member), failure: bare })).toMatchObject({
      message: expect.stringMatching(/guard 0 \(p-example0\) on r-ex01 denies account:GetAlternateContact/),
      fix: 'aws organizations describe-policy --policy-id p-example0',
    });
  });

  it('hits everything only where it denies everything without a condition', () => {
    const hits = (document: object) =>
      causeOfDenial(under(document), { target: named(member), failure: bare }).hitsEverything;
    expect(hits(aDocument({ Action: 'account:*' }))).toBe(true);
    expect(hits(regionDeny)).toBe(false);
    expect(hits(aDocument({ Resource: `arn:aws:account::*:account/o-exampleorgid/${member}` }))).toBe(false);
  });

  it('names a step where none allows', () => {
    const facts = factsOf(delegated, {
      controlPolicies: ok([
        {
          targetId: 'ou-ex01-workload1',
          policies: aLevel([aDocument({ Effect: 'Allow', Action: 's3:*' })]).policies.slice(1),
        },
      ]),
    });
    expect(causeOfDenial(facts, { target: named(member), failure: bare })).toMatchObject({
      code: 'control-policy-lacks-allow',
      message: expect.stringContaining('on ou-ex01-workload1 allows account:GetAlternateContact'),
    });
  });

  it('names one that depends on what is not known only where AWS names one too', () => {
    expect(codeOf(under(byTag), named(member), deniedBy('service control policy'))).toBe('control-policy-denies');
    for (const failure of [bare, deniedBy('identity-based policy'), deniedWith(' with an explicit deny')])
      expect(causeOfDenial(under(byTag), { target: named(member), failure })).toMatchObject({
        code: 'denial-unclear',
        fact: expect.stringContaining('p-example0 on r-ex01'),
      });
  });

  it('never touch the management account', () => {
    const facts = someFacts({ controlPolicies: ok([aLevel([aDocument({})])]) });
    expect(codeOf(facts, named(member), deniedBy('identity-based policy'))).toBe('identity-policy');
  });

  it('know the contact type that was asked for', () => {
    const billingOnly = aDocument({
      Condition: { 'ForAnyValue:StringEquals': { 'account:AlternateContactTypes': 'BILLING' } },
    });
    expect(codeOf(under(billingOnly), named(member), bare, 'BILLING')).toBe('control-policy-denies');
    expect(codeOf(under(billingOnly), named(member), deniedBy('identity-based policy'), 'SECURITY')).toBe(
      'identity-policy',
    );
    expect(codeOf(under(billingOnly), named(member), deniedBy('identity-based policy'))).toBe('denial-unclear');
  });
});

describe('cannot tell', () => {
  it.each([
    ['who calls', someFacts({ identity: failed(bare) }), 'aws sts get-caller-identity'],
    ['the organization', someFacts({ organization: hidden }), 'organizations:DescribeOrganization'],
    ['what the caller is', factsOf(member, { administrators: hidden }), 'list-delegated-administrators'],
    ['whether trusted access is on', someFacts({ trustedServices: hidden }), 'list-aws-service-access'],
    [
      'whether the account is a member',
      someFacts({ accounts: new Map() }),
      'describe-account --account-id 444455556666',
    ],
    [
      'whether the account is a member, which could not be read',
      someFacts({ accounts: new Map([[member, hidden]]) }),
      'describe-account',
    ],
  ])('without knowing %s, and says what would decide', (_, facts, would) => {
    for (const failure of [bare, deniedBy('identity-based policy')])
      expect(causeOfDenial(facts, { target: named(member), failure })).toMatchObject({
        code: 'denial-unclear',
        fix: null,
        would: expect.stringContaining(would),
        hitsEverything: false,
      });
  });

  it.each([
    ['a member that was reached lately', { hasReachedMember: true }],
    ['the caller that named itself', { ownByName: ok(undefined) }],
  ])('but takes %s for a proof that trusted access is on', (_, proof) => {
    const facts = someFacts({ trustedServices: hidden, ...proof });
    expect(codeOf(facts, named(member), deniedBy('identity-based policy'))).toBe('identity-policy');
  });

  it('about a call that went out with other credentials', () => {
    const cause = causeOfDenial(factsOf(delegated), {
      target: own(management),
      failure: deniedBy('identity-based policy'),
    });
    expect(cause).toMatchObject({ code: 'denial-unclear', would: expect.stringContaining(management) });
  });

  it('about a failure that is no denial', () => {
    expect(codeOf(someFacts(), named(member), aFailure({ kind: 'unavailable' }))).toBe('denial-unclear');
  });
});

it('names an account that is not ACTIVE for a write only, and only where no policy is named', () => {
  const facts = someFacts({ accounts: suspended });
  const put = { ...bare, operation: 'account:PutAlternateContact' };
  expect(codeOf(facts, named(member), put)).toBe('target-not-active');
  expect(codeOf(facts, named(member), bare)).toBe('denial-unclear');
  expect(codeOf(facts, named(member), deniedBy('identity-based policy', put.operation))).toBe('identity-policy');
  expect(codeOf(someFacts(), named(member), put)).toBe('denial-unclear');
});

it('names a contact type that AWS does not know only where no policy is named', () => {
  expect(codeOf(someFacts(), named(member), bare, 'Security')).toBe('invalid-contact-type');
  expect(codeOf(someFacts(), named(member), deniedBy('identity-based policy'), 'Security')).toBe('identity-policy');
  expect(codeOf(factsOf(member), own(member), bare, 'Security')).toBe('denial-unclear');
});

it.each([
  ['SignatureDoesNotMatch', 'denied', 'signature-refused'],
  ['InvalidSignatureException', 'denied', 'signature-refused'],
  ['ExpiredTokenException', 'expired', 'credentials-refused'],
] as const)('names the credentials by the code %s, before any fact', (errorCode, kind, code) => {
  const failure = aFailure({ code: errorCode, kind });
  expect(causeOfDenial(someFacts({ identity: failed(failure) }), { target: named(member), failure })).toMatchObject({
    code,
    hitsEverything: true,
  });
});

it('says how far the clock is off when a signature is refused', () => {
  const failure = aFailure({ code: 'SignatureDoesNotMatch' });
  const messageAt = (clockSkew: number | undefined) =>
    causeOfDenial(someFacts({ clockSkew }), { target: named(member), failure }).message;
  expect(messageAt(400_000)).toContain('it is 400 s behind AWS');
  expect(messageAt(-400_000)).toContain('it is 400 s ahead of AWS');
  expect(messageAt(undefined)).toBe('AWS does not accept the signature: the secret key is wrong.');
});

it('tells a member which account is the delegated administrator, where it knows', () => {
  const known = factsOf(member, { administrators: ok([delegated]) });
  const denial = { target: named(delegated), failure: bare };
  expect(causeOfDenial(known, denial).message).toContain(`Call from ${delegated}`);
  expect(causeOfDenial(factsOf(member, { administrators: failed(notForMembers) }), denial)).toMatchObject({
    message: expect.stringContaining(`Call from ${management}, or make ${member} the delegated administrator there.`),
    fix: `orgcontacts setup --administrator ${member}`,
  });
});

it('cannot tell what it knows nothing of, as a Region in another spelling, which is a denial for AWS', () => {
  const region = deniedWith(' (You specified an invalid target region.)', 'account:EnableRegion');
  for (const facts of [someFacts(), factsOf(delegated)])
    expect(codeOf(facts, named(member), region)).toBe('denial-unclear');
});

it('knows by the same facts why the management account may not ask for its own primary e-mail address', () => {
  const email = deniedWith(' (Access Denied)', 'account:GetPrimaryEmail');
  expect(codeOf(someFacts(), named(management), email)).toBe('management-needs-standalone');
  expect(codeOf(factsOf(member), named(member), email)).toBe('not-delegated');
});
