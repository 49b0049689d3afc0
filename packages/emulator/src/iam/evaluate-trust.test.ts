import { describe, expect, it } from 'vitest';
import { evaluateTrust } from './evaluate-trust.ts';
import { parsePolicyDocument } from './parse-policy-document.ts';

const user = { accountId: '444455556666', arn: 'arn:aws:iam::444455556666:user/mary' };
const mary = { ...user, principalArn: user.arn };
const session = {
  accountId: '444455556666',
  principalArn: 'arn:aws:iam::444455556666:role/Desk',
  arn: 'arn:aws:sts::444455556666:assumed-role/Desk/mary',
};

const request = {
  action: 'sts:AssumeRole',
  resource: 'arn:aws:iam::111122223333:role/Any',
  keys: { 'sts:ExternalId': 'x' },
};

const trust = (who: typeof mary, ...statements: readonly object[]): string => {
  const Statement = statements.map((each) => ({ Effect: 'Allow', Action: 'sts:AssumeRole', ...each }));
  const read = parsePolicyDocument({ Version: '2012-10-17', Statement }, 'trust');
  if (read.kind === 'malformed') throw new Error(read.because);
  return evaluateTrust(request, who, read.policy);
};

const aws = (...AWS: readonly string[]) => ({ Principal: { AWS } });

describe('a trust policy', () => {
  it.each([
    [mary, '444455556666', 'account'],
    [mary, 'arn:aws:iam::444455556666:root', 'account'],
    [mary, mary.arn, 'user'],
    [mary, '*', 'user'],
    [mary, '111122223333', 'none'],
    [mary, 'arn:aws:iam::444455556666:user/MARY', 'none'],
    [session, session.principalArn, 'role'],
    [session, session.arn, 'session'],
    [session, '444455556666', 'account'],
    [session, 'arn:aws:sts::444455556666:assumed-role/Desk/john', 'none'],
  ])('of %j names %s: %s', (who, name, expected) => {
    expect(trust(who, aws(name))).toBe(expected);
  });

  it('means the narrowest of several names, in one statement or more', () => {
    expect(trust(mary, aws('444455556666', mary.arn))).toBe('user');
    expect(trust(session, aws('444455556666'), aws(session.principalArn))).toBe('role');
    expect(trust(session, aws(session.arn), aws(session.principalArn))).toBe('session');
  });

  it('denies whoever a deny means', () => {
    expect(trust(mary, aws(mary.arn), { Effect: 'Deny', ...aws('444455556666') })).toBe('denied');
    expect(trust(mary, aws(mary.arn), { Effect: 'Deny', ...aws(session.principalArn) })).toBe('user');
    expect(trust(mary, aws(mary.arn), { Effect: 'Deny', NotPrincipal: { AWS: session.principalArn } })).toBe('denied');
    expect(trust(mary, aws(mary.arn), { Effect: 'Deny', NotPrincipal: { AWS: mary.arn } })).toBe('user');
  });

  it('speaks of an action and under conditions', () => {
    expect(trust(mary, { ...aws(mary.arn), Action: 'sts:TagSession' })).toBe('none');
    expect(trust(mary, { ...aws(mary.arn), Condition: { StringEquals: { 'sts:ExternalId': 'x' } } })).toBe('user');
    expect(trust(mary, { ...aws(mary.arn), Condition: { StringEquals: { 'sts:ExternalId': 'y' } } })).toBe('none');
    const deny = { Effect: 'Deny', ...aws('*'), Condition: { StringNotEquals: { 'sts:ExternalId': 'x' } } };
    expect(trust(mary, aws(mary.arn), deny)).toBe('user');
  });

  it('trusts nobody that is not named', () => {
    expect(trust(mary, { Principal: { Service: 'lambda.amazonaws.com' } })).toBe('none');
    expect(evaluateTrust(request, mary, { statements: [], hasVariables: true })).toBe('none');
  });

  it('is none without principals, as an identity policy', () => {
    const read = parsePolicyDocument({ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } });
    expect(read.kind === 'policy' && evaluateTrust(request, mary, read.policy)).toBe('none');
  });
});
