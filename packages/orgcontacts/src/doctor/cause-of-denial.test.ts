import { describe, expect, it } from 'vitest';
import type { AccountId } from '../contact/account-id.ts';
import { type Failure, failed, ok } from '../failure/failure.ts';
import { anId, delegated, management } from '../gateway/memory/memory-world.builder.ts';
import type { Target } from '../org/target.ts';
import { causeOfDenial, commonCause } from './cause-of-denial.ts';
import type { Facts } from './facts.ts';
import { standingOf } from './standing.ts';

const member = anId('333344445555');

const denied = (message: string): Failure => ({
  kind: 'denied',
  operation: 'account:GetAlternateContact',
  code: 'AccessDeniedException',
  message,
});

const factsOf = (accountId: AccountId, more: Partial<Facts> = {}): Facts => ({
  identity: ok({ accountId, arn: `arn:aws:iam::${accountId}:user/somebody` }),
  organization: ok({ id: 'o-exampleorgid', managementAccountId: management, featureSet: 'ALL' }),
  trustedAccess: { kind: 'known', value: true },
  administrators: { kind: 'known', value: [delegated] },
  ...more,
});

const named = (accountId: AccountId): Target => ({ context: 'organization', accountId });
const by = 'User: arn:aws:iam::111122223333:user/somebody is not authorized to perform: account:GetAlternateContact';
const scp = `${by} with an explicit deny in a service control policy`;
const identity = `${by} because no identity-based policy allows the account:GetAlternateContact action`;
const fromOrganizations = denied("You don't have permissions to access this resource.");

/** Sentences that name no policy, or the wrong one. */
const sentences = ['', by, scp, identity, 'Your organization must first enable trusted access', 'not a member'];

describe('where a fact decides, no sentence changes the cause', () => {
  it.each<[string, Facts, Target, string]>([
    [
      'trusted access off',
      factsOf(management, { trustedAccess: { kind: 'known', value: false } }),
      named(member),
      'trusted-access-off',
    ],
    ['management names itself', factsOf(management), named(management), 'management-needs-standalone'],
    ['management out of reach', factsOf(delegated), named(management), 'management-out-of-reach'],
    ['no administrator', factsOf(member), named(delegated), 'not-delegated'],
    [
      'nobody knows who calls',
      { ...factsOf(member), identity: failed(denied('')) },
      named(delegated),
      'not-identified',
    ],
  ])('%s', (_, facts, target, cause) => {
    for (const message of sentences)
      expect(causeOfDenial(facts, { target, failure: denied(message) }).cause).toBe(cause);
  });
});

describe('where only policies are left', () => {
  const causeFor = (facts: Facts, message: string) =>
    causeOfDenial(facts, { target: named(member), failure: denied(message) }).cause;

  it('tells them apart by what AWS names', () => {
    expect(causeFor(factsOf(delegated), scp)).toBe('service-control-policy');
    expect(causeFor(factsOf(delegated), identity)).toBe('identity-policy');
    expect(causeFor(factsOf(management), identity)).toBe('identity-policy');
  });

  it('cannot tell where AWS names none, as for an account that is new', () => {
    expect(causeFor(factsOf(management), by)).toBe('cannot-tell');
    expect(causeFor(factsOf(delegated), by)).toBe('cannot-tell');
  });

  it('believes in no service control policy over the management account', () => {
    expect(causeFor(factsOf(management), scp)).toBe('cannot-tell');
  });
});

describe('who the caller is, where the administrators may not be read', () => {
  const without = (administrators: Failure, trustedAccess: Failure) =>
    factsOf(delegated, {
      administrators: { kind: 'unreadable', failure: administrators },
      trustedAccess: { kind: 'unreadable', failure: trustedAccess },
    });

  it('is a member where Organizations keeps both lists from it in its own words', () => {
    expect(standingOf(without(fromOrganizations, fromOrganizations))).toBe('member');
  });

  it.each([
    ['IAM refuses one', denied(by), fromOrganizations],
    ['IAM refuses the other', fromOrganizations, denied(by)],
    ['one fails for another reason', fromOrganizations, { ...fromOrganizations, kind: 'other' as const }],
  ])('is unknown where %s, and so is the cause', (_, one, other) => {
    const facts = without(one, other);
    expect(standingOf(facts)).toBe('unknown');
    expect(commonCause(facts)).toMatchObject({ cause: 'cannot-tell' });
    expect(commonCause(facts)?.fix).toContain('organizations:ListDelegatedAdministrators');
  });
});
