import { describe, expect, it } from 'vitest';
import { anId, delegated, management } from '../gateway/memory/memory-world.builder.ts';
import { account, all, aPolicy, assign, tag, unit, wantTemplate } from '../resolve/policy.builder.ts';
import { contactNeeds, widestNeeds } from './contact-needs.ts';
import { identityPolicy, type PolicySubject } from './identity-policy.ts';
import { reasons, reasonsFor } from './reasons.ts';
import { contactsScp, trustPolicy } from './role-documents.ts';

const member = anId('444455556666');

const subject = (
  overrides: Partial<PolicySubject> = {},
  caller: Partial<PolicySubject['caller']> = {},
): PolicySubject => ({
  purpose: 'apply',
  needs: widestNeeds,
  caller: {
    accountId: management,
    managementAccountId: management,
    organizationId: 'o-exampleorgid',
    partition: 'aws',
    role: 'management',
    ...caller,
  },
  paths: true,
  managementRoleArn: null,
  ...overrides,
});

const actionsOf = (given: PolicySubject): readonly string[] =>
  identityPolicy(given).Statement.flatMap(({ Action }) => Action);

describe('the needs of a policy', () => {
  it('are only what it looks at and writes', () => {
    expect(contactNeeds(aPolicy([assign([account('300000000000')], 'desk')]))).toEqual({
      tags: false,
      units: false,
      read: ['SECURITY'],
      put: ['SECURITY'],
      delete: ['SECURITY'],
    });
  });

  it.each([
    ['tags of a match', aPolicy([assign([tag('team', 'x')], 'desk')]), { tags: true }],
    ['tags of a contact', aPolicy([assign([all], wantTemplate('team'))]), { tags: true }],
    ['units by path', aPolicy([assign([unit('Workloads/Prod')], 'desk')]), { units: true }],
    ['units by id, which may hold no account', aPolicy([assign([unit('ou-ex01-workload1')], 'desk')]), { units: true }],
    ['no unit where only the root is named', aPolicy([assign([unit('/')], 'desk')]), { units: false }],
    [
      'no write where it only reports',
      aPolicy([assign([all], 'desk', { mode: 'report-only' })]),
      { read: ['SECURITY'], put: [], delete: [] },
    ],
    ['nothing of what it leaves alone', aPolicy([assign([all], 'unmanaged')]), { read: [], put: [], delete: [] }],
    [
      'a put where it deletes, to undo it',
      aPolicy([assign([all], 'absent', { type: 'BILLING' })]),
      { put: ['BILLING'], delete: ['BILLING'] },
    ],
  ])('hold %s', (_, policy, needs) => {
    expect(contactNeeds(policy)).toMatchObject(needs);
  });

  it.each([
    ['a contact that is wanted', 'desk', 'enforce', { put: ['SECURITY'], delete: [] }],
    ['a contact that is only filled in', 'desk', 'fill-missing', { put: ['SECURITY'], delete: [] }],
    ['a contact that is to be absent', 'absent', 'enforce', { put: [], delete: ['SECURITY'] }],
    ['a contact that is only told about', 'absent', 'report-only', { put: [], delete: [] }],
  ] as const)('are, where nothing is to be undone, for %s one write at most', (_, want, mode, needs) => {
    expect(contactNeeds(aPolicy([assign([all], want, { mode })]), false)).toMatchObject({
      read: ['SECURITY'],
      ...needs,
    });
  });
});

describe('the policy of an identity', () => {
  it('names contacts of members and of its own account, and only the types that are needed', () => {
    const needs = contactNeeds(aPolicy([assign([all], 'desk')]));
    expect(identityPolicy(subject({ needs }))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'ListTheOrganization',
          Effect: 'Allow',
          Action: [
            'organizations:DescribeOrganization',
            'organizations:ListAccounts',
            'organizations:ListAWSServiceAccessForOrganization',
          ],
          Resource: ['*'],
        },
        {
          Sid: 'ReadAccounts',
          Effect: 'Allow',
          Action: ['organizations:DescribeAccount'],
          Resource: ['arn:aws:organizations::111122223333:account/o-exampleorgid/*'],
        },
        ...(
          [
            'ReadContacts account:GetAlternateContact',
            'WriteContacts account:PutAlternateContact',
            'DeleteContacts account:DeleteAlternateContact',
          ] as const
        ).map((each) => ({
          Sid: each.split(' ')[0],
          Effect: 'Allow',
          Action: [each.split(' ')[1]],
          Resource: ['arn:aws:account::111122223333:account/o-exampleorgid/*', 'arn:aws:account::111122223333:account'],
          Condition: {
            'ForAllValues:StringEquals': { 'account:AlternateContactTypes': ['SECURITY'] },
            Null: { 'account:AlternateContactTypes': 'false' },
          },
        })),
      ],
    });
  });

  it('only reads to plan', () => {
    expect(actionsOf(subject({ purpose: 'plan' })).filter((action) => /:(Put|Delete)/.test(action))).toEqual([]);
  });

  it('lets the delegated administrator find itself, and name every account of the organization', () => {
    const document = identityPolicy(subject({}, { accountId: delegated, role: 'delegated-administrator' }));
    expect(document.Statement[0]?.Action).toContain('organizations:ListDelegatedAdministrators');
    expect(document.Statement.find(({ Sid }) => Sid === 'ReadContacts')?.Resource).toEqual([
      'arn:aws:account::111122223333:account/o-exampleorgid/*',
    ]);
  });

  it('lets a member do nothing but its own contacts', () => {
    const given = subject({}, { accountId: member, role: 'member' });
    expect(actionsOf(given).filter((action) => action.startsWith('organizations:'))).toEqual([
      'organizations:DescribeOrganization',
    ]);
    expect(identityPolicy(given).Statement.at(-1)?.Resource).toEqual(['arn:aws:account::444455556666:account']);
  });

  it('speaks of the partition that it is in', () => {
    const text = JSON.stringify(identityPolicy(subject({}, { partition: 'aws-cn' })));
    expect(text).toContain('arn:aws-cn:account::');
    expect(text).not.toContain('arn:aws:');
  });

  it('walks all units of every policy where AWS gives no Paths, and looks at what was denied only where it writes', () => {
    const needs = contactNeeds(aPolicy([assign([all], 'desk')]));
    expect(actionsOf(subject({ needs, purpose: 'plan', paths: false }))).toEqual([
      'organizations:DescribeOrganization',
      'organizations:ListAccounts',
      'organizations:ListRoots',
      'organizations:ListAWSServiceAccessForOrganization',
      'organizations:ListOrganizationalUnitsForParent',
      'organizations:ListAccountsForParent',
      'account:GetAlternateContact',
    ]);
  });

  it('asks of a policy that manages nothing only for the accounts', () => {
    const needs = contactNeeds(aPolicy([assign([all], 'unmanaged')]));
    expect(actionsOf(subject({ needs }))).toEqual(['organizations:DescribeOrganization', 'organizations:ListAccounts']);
  });

  it('assumes the role of the management account where there is one', () => {
    const managementRoleArn = 'arn:aws:iam::111122223333:role/ContactsInManagement';
    expect(identityPolicy(subject({ managementRoleArn })).Statement.at(-1)).toEqual({
      Sid: 'ReachTheManagementAccount',
      Effect: 'Allow',
      Action: ['sts:AssumeRole'],
      Resource: [managementRoleArn],
    });
  });

  it('holds for setup what setup calls, for this one service, and no contact', () => {
    expect(actionsOf(subject({ purpose: 'setup' }))).toEqual([
      'organizations:DescribeOrganization',
      'organizations:ListAWSServiceAccessForOrganization',
      'organizations:ListDelegatedAdministrators',
      'organizations:DescribeAccount',
      'organizations:EnableAWSServiceAccess',
      'organizations:RegisterDelegatedAdministrator',
    ]);
    const writes = identityPolicy(subject({ purpose: 'setup' })).Statement.slice(-2);
    for (const { Condition } of writes)
      expect(Condition).toEqual({ StringEquals: { 'organizations:ServicePrincipal': 'account.amazonaws.com' } });
  });

  it('has a reason for every action that any of them can hold', () => {
    const every = (['plan', 'apply', 'setup'] as const).flatMap((purpose) =>
      (['management', 'delegated-administrator', 'member'] as const).flatMap((role) =>
        reasonsFor(
          identityPolicy(subject({ purpose, paths: false, managementRoleArn: 'arn:aws:iam::1:role/x' }, { role })),
        ),
      ),
    );
    expect(every.filter(({ because }) => because === '')).toEqual([]);
    expect(new Set(every.map(({ action }) => action))).toEqual(new Set(Object.keys(reasons)));
  });
});

it('keeps everybody but the named roles from changing contacts', () => {
  expect(contactsScp(['OrgContacts', 'BreakGlass'], 'aws').Statement).toEqual([
    {
      Sid: 'OnlyCentralRolesChangeContacts',
      Effect: 'Deny',
      Action: ['account:DeleteAlternateContact', 'account:PutAlternateContact'],
      Resource: ['*'],
      Condition: {
        ArnNotLike: { 'aws:PrincipalArn': ['arn:aws:iam::*:role/OrgContacts', 'arn:aws:iam::*:role/BreakGlass'] },
      },
    },
  ]);
});

it('lets through only the roles of one account where it is named', () => {
  expect(contactsScp(['team/OrgContacts'], 'aws-cn', '222233334444').Statement[0]?.Condition).toEqual({
    ArnNotLike: { 'aws:PrincipalArn': ['arn:aws-cn:iam::222233334444:role/team/OrgContacts'] },
  });
});

it('lets one principal assume the role, with an external id only whoever names it', () => {
  expect(trustPolicy('111122223333').Statement).toEqual([
    { Sid: 'AssumeRole', Effect: 'Allow', Action: ['sts:AssumeRole'], Principal: { AWS: '111122223333' } },
  ]);
  expect(trustPolicy('111122223333', 'x').Statement[0]?.Condition).toEqual({ StringEquals: { 'sts:ExternalId': 'x' } });
});
