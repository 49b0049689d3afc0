import { describe, expect, it } from 'vitest';
import { documentOf } from './document-of.ts';
import { evaluate } from './evaluate.ts';
import { administratorAccess, fullAwsAccess, managedPolicy, managedPolicyNames } from './managed-policies.ts';

const decide = (name: string, action: string): string | undefined => {
  const policy = managedPolicy(name);
  return policy && evaluate({ action, resource: '*', keys: {} }, { identity: [policy] }).kind;
};

describe('an AWS managed policy', () => {
  it.each([
    ['AWSAccountManagementFullAccess', 'account:PutAlternateContact', 'allowed'],
    ['AWSAccountManagementFullAccess', 'organizations:ListAccounts', 'denied'],
    ['AWSAccountManagementReadOnlyAccess', 'account:GetAlternateContact', 'allowed'],
    ['AWSAccountManagementReadOnlyAccess', 'account:ListRegions', 'allowed'],
    ['AWSAccountManagementReadOnlyAccess', 'account:PutAlternateContact', 'denied'],
    ['AWSAccountManagementReadOnlyAccess', 'organizations:ListAccounts', 'denied'],
    ['AdministratorAccess', 'organizations:ListAccounts', 'allowed'],
  ])('%s on %s: %s', (name, action, expected) => {
    expect(decide(name, action)).toBe(expected);
    expect(decide(`arn:aws:iam::aws:policy/${name}`, action)).toBe(expected);
  });

  it.each(managedPolicyNames)('%s knows its ARN', (name) => {
    expect(managedPolicy(name)?.arn).toBe(`arn:aws:iam::aws:policy/${name}`);
  });

  it.each([
    'administratorAccess',
    'ReadOnlyAccess',
    '',
    'toString',
    'arn:aws:iam::111122223333:policy/AdministratorAccess',
  ])('is none called %j', (name) => expect(managedPolicy(name)).toBeUndefined());

  it('of Organizations lets everything through', () => {
    expect(fullAwsAccess).toEqual({
      ...administratorAccess,
      arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
    });
  });
});

describe('a policy that was checked before', () => {
  const raw = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };

  it('is a name, a text or an object', () => {
    expect(documentOf('AdministratorAccess')).toEqual(administratorAccess);
    expect(documentOf(JSON.stringify(raw))).toEqual(documentOf(raw));
  });

  it('was let through by mistake when it is none', () => {
    expect(() => documentOf('ReadOnlyAccess')).toThrow('A policy was let through that is none: it is no JSON');
    expect(() => documentOf(raw, 'trust')).toThrow('A policy was let through that is none: Statement.0: ');
  });
});
