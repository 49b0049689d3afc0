import { describe, expect, it } from 'vitest';
import type { AccessRequest, Policies } from './access-request.ts';
import { type Decision, evaluate, policyLayers } from './evaluate.ts';
import { parsePolicyDocument } from './parse-policy-document.ts';
import type { PolicyDocument } from './policy-document.ts';

const management = '111122223333';
const delegated = '222233334444';
const member = '444455556666';
const inOrganization = (id: string): string => `arn:aws:account::${management}:account/o-exampleorgid/${id}`;
const standalone = (id: string): string => `arn:aws:account::${id}:account`;

const read = (raw: unknown): PolicyDocument => {
  const parsed = parsePolicyDocument(raw);
  if (parsed.kind === 'malformed') throw new Error(parsed.because);
  return parsed.policy;
};

const policy = (...statements: readonly object[]): PolicyDocument =>
  read({
    Version: '2012-10-17',
    Statement: statements.map((statement) => ({ Effect: 'Allow', Action: '*', Resource: '*', ...statement })),
  });

const asks = (action = 'account:GetAlternateContact', more: Partial<AccessRequest> = {}): AccessRequest => ({
  action,
  resource: standalone(member),
  keys: {},
  ...more,
});

const allowed: Decision = { kind: 'allowed' };
const implicit = (by: (typeof policyLayers)[number]): Decision => ({ kind: 'denied', isExplicit: false, by });
const explicit = (by: (typeof policyLayers)[number]): Decision => ({ kind: 'denied', isExplicit: true, by });

const all = policy({});
const silent = policy({ Action: 's3:*' });
const denying = policy({ Effect: 'Deny', Action: 'account:*' });

describe('the layers', () => {
  it('allow when each of them does', () => {
    expect(evaluate(asks(), { identity: [all] })).toEqual(allowed);
    expect(
      evaluate(asks(), { identity: [all], boundary: all, session: [all], serviceControl: [[all], [all]] }),
    ).toEqual(allowed);
  });

  it('do not allow what no identity policy allows, whatever the others say', () => {
    expect(evaluate(asks(), { identity: [] })).toEqual(implicit('identity'));
    const others = { boundary: all, session: [all], serviceControl: [[all]] };
    expect(evaluate(asks(), { identity: [silent], ...others })).toEqual(implicit('identity'));
  });

  it.each<[keyof Policies, Partial<Policies>, Decision]>([
    ['boundary', { boundary: silent }, implicit('boundary')],
    ['session', { session: [silent] }, implicit('session')],
    ['session', { session: [] }, implicit('session')],
    ['serviceControl', { serviceControl: [[silent]] }, implicit('service-control')],
    ['serviceControl', { serviceControl: [[all], [silent], [all]] }, implicit('service-control')],
    ['serviceControl', { serviceControl: [[all], []] }, implicit('service-control')],
    ['boundary', { boundary: denying }, explicit('boundary')],
    ['session', { session: [all, denying] }, explicit('session')],
    ['serviceControl', { serviceControl: [[all], [all, denying]] }, explicit('service-control')],
    ['identity', { identity: [all, denying] }, explicit('identity')],
  ])('are asked one by one: %s', (_, policies, decision) => {
    expect(evaluate(asks(), { identity: [all], ...policies })).toEqual(decision);
  });

  it('of one kind add up: one of them has to allow', () => {
    const policies = { identity: [silent, all], session: [silent, all], serviceControl: [[silent, all]] };
    expect(evaluate(asks(), policies)).toEqual(allowed);
  });

  it('deny explicitly before they do not allow, whichever is asked first', () => {
    const policies = { identity: [denying], boundary: silent, serviceControl: [[silent]] };
    expect(evaluate(asks(), policies)).toEqual(explicit('identity'));
  });

  it('name the first in the order, of several that do not allow or deny', () => {
    const quiet = { identity: [], boundary: silent, session: [], serviceControl: [[]] };
    expect(evaluate(asks(), quiet)).toEqual(implicit('service-control'));
    expect(evaluate(asks(), quiet, policyLayers.toReversed())).toEqual(implicit('identity'));
    expect(evaluate(asks(), quiet, ['session', 'boundary'])).toEqual(implicit('session'));
    const loud = { identity: [denying], boundary: denying };
    expect(evaluate(asks(), loud)).toEqual(explicit('boundary'));
    expect(evaluate(asks(), loud, policyLayers.toReversed())).toEqual(explicit('identity'));
  });

  it('that the order leaves out are not asked', () => {
    expect(evaluate(asks(), { identity: [], serviceControl: [[all]] }, ['service-control'])).toEqual(allowed);
  });

  it('name the policy that denies where it has an ARN', () => {
    const arn = 'arn:aws:iam::aws:policy/DenyAll';
    expect(evaluate(asks(), { identity: [all, { ...denying, arn }] })).toEqual({
      ...explicit('identity'),
      policyArn: arn,
    });
  });
});

describe('an action', () => {
  const decide = (statement: object, action: string): string =>
    evaluate(asks(action), { identity: [policy(statement)] }).kind;

  it.each([
    ['account:GetAlternateContact', 'account:GetAlternateContact', 'allowed'],
    ['Account:getalternatecontact', 'account:GetAlternateContact', 'allowed'],
    ['account:Get*', 'account:GetAlternateContact', 'allowed'],
    ['account:GET*', 'account:GetAlternateContact', 'allowed'],
    ['account:?etAlternateContact', 'account:GetAlternateContact', 'allowed'],
    ['account:Get', 'account:GetAlternateContact', 'denied'],
    ['organizations:*', 'account:GetAlternateContact', 'denied'],
    ['*:*', 'account:GetAlternateContact', 'allowed'],
  ])('%s on %s: %s', (Action, action, expected) => {
    expect(decide({ Action }, action)).toBe(expected);
  });

  it('may be everything but some', () => {
    const statement = { Action: undefined, NotAction: ['account:Put*', 'account:delete*'] };
    expect(decide(statement, 'account:GetAlternateContact')).toBe('allowed');
    expect(decide(statement, 'account:DeleteAlternateContact')).toBe('denied');
    expect(decide({ ...statement, Effect: 'Deny' }, 'account:DeleteAlternateContact')).toBe('denied');
  });
});

describe('a resource', () => {
  const decide = (statement: object, resource: string, keys = {}): string =>
    evaluate(asks(undefined, { resource, keys }), { identity: [policy(statement)] }).kind;

  it.each([
    [standalone(member), standalone(member), 'allowed'],
    [standalone(member), standalone(delegated), 'denied'],
    ['arn:aws:account::*:account', standalone(member), 'allowed'],
    ['arn:aws:account::*:account', inOrganization(member), 'denied'],
    ['arn:aws:account::*:account/o-exampleorgid/*', inOrganization(member), 'allowed'],
    ['arn:aws:account', inOrganization(member), 'allowed'],
    ['arn:aws:account::111122223333', inOrganization(member), 'allowed'],
    ['arn:aws:organizations', inOrganization(member), 'denied'],
    ['arn:aws:account::*:Account', standalone(member), 'denied'],
    [standalone(member), '*', 'denied'],
  ])('%s on %s: %s', (Resource, resource, expected) => {
    expect(decide({ Resource }, resource)).toBe(expected);
  });

  it('may be everything but some', () => {
    const statement = { Resource: undefined, NotResource: standalone(member) };
    expect(decide(statement, standalone(member))).toBe('denied');
    expect(decide(statement, standalone(delegated))).toBe('allowed');
  });

  it('may hold variables', () => {
    const statement = { Resource: 'arn:aws:account::${aws:PrincipalAccount}:account' };
    expect(decide(statement, standalone(member), { 'aws:PrincipalAccount': member })).toBe('allowed');
    expect(decide(statement, standalone(delegated), { 'aws:PrincipalAccount': member })).toBe('denied');
    expect(decide(statement, standalone(member))).toBe('denied');
  });

  it('holds no variables before the version of 2012', () => {
    const old = read({
      Statement: { Effect: 'Allow', Action: '*', Resource: 'arn:aws:account::${aws:PrincipalAccount}:account' },
    });
    const request = asks(undefined, { keys: { 'aws:PrincipalAccount': member } });
    expect(evaluate(request, { identity: [old] })).toEqual(implicit('identity'));
  });
});

describe('conditions', () => {
  const decide = (Condition: object, keys: AccessRequest['keys']): string =>
    evaluate(asks(undefined, { keys }), { identity: [policy({ Condition })] }).kind;

  it('have all to hold', () => {
    const condition = { StringEquals: { 'aws:a': 'x', 'aws:b': 'y' }, Bool: { 'aws:c': 'true' } };
    expect(decide(condition, { 'aws:a': 'x', 'aws:b': 'y', 'aws:c': 'true' })).toBe('allowed');
    for (const other of ['aws:a', 'aws:b', 'aws:c'])
      expect(decide(condition, { 'aws:a': 'x', 'aws:b': 'y', 'aws:c': 'true', [other]: 'z' })).toBe('denied');
  });

  // The guard that makes ForAllValues safe where a key is missing.
  it('may ask for the key as well as for its values', () => {
    const only = {
      'ForAllValues:StringEquals': { 'account:AlternateContactTypes': ['SECURITY'] },
      Null: { 'account:AlternateContactTypes': 'false' },
    };
    expect(decide(only, { 'account:AlternateContactTypes': ['SECURITY'] })).toBe('allowed');
    expect(decide(only, { 'account:AlternateContactTypes': ['BILLING'] })).toBe('denied');
    expect(decide(only, {})).toBe('denied');
  });

  it('may ask where the target account is, and for its tags', () => {
    const condition = {
      'ForAnyValue:StringLike': {
        'account:AccountResourceOrgPaths': 'o-exampleorgid/r-ex01/ou-ex01-workload1/*',
        'account:AccountResourceOrgTags/team': 'pay*',
      },
    };
    const keys = (unit: string, team: string) => ({
      'account:AccountResourceOrgPaths': [`o-exampleorgid/r-ex01/${unit}/`],
      'account:AccountResourceOrgTags/team': [team],
    });
    expect(decide(condition, keys('ou-ex01-workload1', 'payments'))).toBe('allowed');
    expect(decide(condition, keys('ou-ex01-sandbox01', 'payments'))).toBe('denied');
    expect(decide(condition, keys('ou-ex01-workload1', 'cards'))).toBe('denied');
  });
});

describe('the least policy of a tool that manages contacts', () => {
  const contacts = ['account:GetAlternateContact', 'account:PutAlternateContact', 'account:DeleteAlternateContact'];
  const least = policy(
    {
      Sid: 'OrgReadsWithoutResourceScope',
      Action: ['organizations:DescribeOrganization', 'organizations:ListAccounts', 'organizations:ListRoots'],
    },
    {
      Sid: 'OrgReadsByResource',
      Action: ['organizations:DescribeAccount', 'organizations:ListTagsForResource'],
      Resource: ['root', 'ou', 'account'].map(
        (type) => `arn:aws:organizations::${management}:${type}/o-exampleorgid/*`,
      ),
    },
    { Sid: 'MemberContactsOrgContext', Action: contacts, Resource: inOrganization('*') },
    { Sid: 'OwnAccountStandalone', Action: contacts, Resource: standalone(management) },
  );

  it.each([
    ['organizations:ListAccounts', '*', 'allowed'],
    ['organizations:CreateAccount', '*', 'denied'],
    [
      'organizations:DescribeAccount',
      `arn:aws:organizations::${management}:account/o-exampleorgid/${member}`,
      'allowed',
    ],
    [
      'organizations:DescribeAccount',
      `arn:aws:organizations::${management}:account/o-otherorgid00/${member}`,
      'denied',
    ],
    ['account:PutAlternateContact', inOrganization(member), 'allowed'],
    ['account:PutAlternateContact', standalone(management), 'allowed'],
    ['account:PutAlternateContact', standalone(member), 'denied'],
    ['account:PutContactInformation', inOrganization(member), 'denied'],
  ])('%s on %s: %s', (action, resource, expected) => {
    expect(evaluate(asks(action, { resource }), { identity: [least] }).kind).toBe(expected);
  });
});

describe('the service control policies of AWS docs', () => {
  const writes = ['account:PutAlternateContact', 'account:DeleteAlternateContact'];
  const own = policy({ Effect: 'Deny', Action: writes, Resource: 'arn:aws:account::*:account' });
  const every = policy({ Effect: 'Deny', Action: writes });
  const under = (guard: PolicyDocument, action: string, resource: string): string =>
    evaluate(asks(action, { resource }), { identity: [all], serviceControl: [[all, guard]] }).kind;

  it('the first stops what members do to themselves, and no more', () => {
    expect(under(own, 'account:PutAlternateContact', standalone(member))).toBe('denied');
    expect(under(own, 'account:GetAlternateContact', standalone(member))).toBe('allowed');
    expect(under(own, 'account:PutAlternateContact', inOrganization(member))).toBe('allowed');
  });

  it('the second stops the organization context too', () => {
    expect(under(every, 'account:DeleteAlternateContact', inOrganization(member))).toBe('denied');
    expect(under(every, 'account:PutContactInformation', inOrganization(member))).toBe('allowed');
  });

  it('an exemption lets a central role through, by the ARN of the role', () => {
    const roles = ['OrgContactsAdmin', 'OrganizationAccountAccessRole'];
    const guard = policy({
      Effect: 'Deny',
      Action: [...writes, 'account:PutContactInformation'],
      Condition: { ArnNotLike: { 'aws:PrincipalArn': roles.map((role) => `arn:aws:iam::*:role/${role}`) } },
    });
    const as = (principal: string) =>
      evaluate(asks('account:PutAlternateContact', { keys: { 'aws:PrincipalArn': principal } }), {
        identity: [all],
        serviceControl: [[all, guard]],
      });
    expect(as(`arn:aws:iam::${member}:role/OrganizationAccountAccessRole`)).toEqual(allowed);
    expect(as(`arn:aws:iam::${member}:role/Developer`)).toEqual(explicit('service-control'));
    expect(as(`arn:aws:iam::${member}:user/OrgContactsAdmin`)).toEqual(explicit('service-control'));
  });

  it('one that denies by region needs the calls to us-east-1 exempt', () => {
    const guard = policy({
      Effect: 'Deny',
      Action: undefined,
      NotAction: ['organizations:*', 'sts:*'],
      Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
    });
    const call = (action: string) =>
      evaluate(asks(action, { keys: { 'aws:RequestedRegion': 'us-east-1' } }), {
        identity: [all],
        serviceControl: [[all, guard]],
      });
    expect(call('account:GetAlternateContact')).toEqual(explicit('service-control'));
    expect(call('organizations:ListAccounts')).toEqual(allowed);
  });
});
