import { describe, expect, it } from 'vitest';
import { account, organizations, type Reply } from '../../client.builder.ts';
import { emulatorOf, ids, smallWorld } from '../../world/worlds.builder.ts';
import { mary } from '../account/contacts.builder.ts';

const accessKeyId = 'AKIAIOSFODNN7EXAMPLE';
const security = { AlternateContactType: 'SECURITY' };

/** The calls of a central tool, each with the resource that its denial names. */
const calls: readonly (readonly [action: string, input: object, resource: string])[] = [
  ['organizations:DescribeOrganization', {}, '*'],
  ['organizations:ListAccounts', {}, '*'],
  ['organizations:ListRoots', {}, '*'],
  ['organizations:ListDelegatedAdministrators', { ServicePrincipal: 'account.amazonaws.com' }, '*'],
  ['organizations:ListAWSServiceAccessForOrganization', {}, '*'],
  ['organizations:DescribeAccount', { AccountId: ids.member }, `account/o-exampleorgid/${ids.member}`],
  ['organizations:ListOrganizationalUnitsForParent', { ParentId: ids.root }, `root/o-exampleorgid/${ids.root}`],
  ['organizations:ListAccountsForParent', { ParentId: ids.workloads }, `ou/o-exampleorgid/${ids.workloads}`],
  ['organizations:ListParents', { ChildId: ids.member }, `account/o-exampleorgid/${ids.member}`],
  ['organizations:ListTagsForResource', { ResourceId: ids.root }, `root/o-exampleorgid/${ids.root}`],
  ['account:GetAlternateContact', { ...security, AccountId: ids.member }, `account/o-exampleorgid/${ids.member}`],
  [
    'account:PutAlternateContact',
    { ...security, ...mary, AccountId: ids.member },
    `account/o-exampleorgid/${ids.member}`,
  ],
  ['account:DeleteAlternateContact', { ...security, AccountId: ids.member }, `account/o-exampleorgid/${ids.member}`],
  ['account:GetAlternateContact', security, 'account'],
  ['account:PutAlternateContact', { ...security, ...mary }, 'account'],
  ['account:DeleteAlternateContact', security, 'account'],
];

/** The least that a tool in the management account needs, without one action. */
const leastPrivilege = (without?: string) => {
  const actions = (...names: readonly string[]) => names.filter((name) => name !== without);
  const contacts = actions(
    'account:GetAlternateContact',
    'account:PutAlternateContact',
    'account:DeleteAlternateContact',
  );
  const own = 'arn:aws:organizations::111122223333';
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'OrgReadsWithoutResourceScope',
        Effect: 'Allow',
        Action: actions(
          'organizations:DescribeOrganization',
          'organizations:ListAccounts',
          'organizations:ListRoots',
          'organizations:ListDelegatedAdministrators',
          'organizations:ListAWSServiceAccessForOrganization',
        ),
        Resource: '*',
      },
      {
        Sid: 'OrgReadsByResource',
        Effect: 'Allow',
        Action: actions(
          'organizations:DescribeAccount',
          'organizations:DescribeOrganizationalUnit',
          'organizations:ListOrganizationalUnitsForParent',
          'organizations:ListAccountsForParent',
          'organizations:ListChildren',
          'organizations:ListParents',
          'organizations:ListTagsForResource',
          'organizations:ListDelegatedServicesForAccount',
        ),
        Resource: [`${own}:root/o-exampleorgid/*`, `${own}:ou/o-exampleorgid/*`, `${own}:account/o-exampleorgid/*`],
      },
      {
        Sid: 'MemberContactsOrgContext',
        Effect: 'Allow',
        Action: contacts,
        Resource: 'arn:aws:account::111122223333:account/o-exampleorgid/*',
      },
      {
        Sid: 'OwnAccountStandalone',
        Effect: 'Allow',
        Action: contacts,
        Resource: 'arn:aws:account::111122223333:account',
      },
    ],
  };
};

const toolWith = (policy: object) => {
  const world = smallWorld();
  const users = [{ name: 'tool', accessKeyId, policies: [{ ...policy }], tags: {} }];
  const accounts = world.accounts.map((each) => (each.id === ids.management ? { ...each, users } : each));
  const emulator = emulatorOf({ world: { ...world, accounts } });
  const services = { organizations: organizations(emulator, accessKeyId), account: account(emulator, accessKeyId) };
  return (action: string, input: object) => {
    const [service = '', operation = ''] = action.split(':');
    return services[service === 'account' ? 'account' : 'organizations'].call(operation, { ...input });
  };
};

const messageOf = ({ body }: Reply): string => String(body['Message'] ?? body['message'] ?? '');

describe('the least-privilege policy of a central tool', () => {
  it('lets it make all its calls', async () => {
    const call = toolWith(leastPrivilege());
    // Where there is no contact yet, there is none.
    for (const [action, input] of calls) expect([200, 404]).toContain((await call(action, input)).status);
  });

  it.each(calls.map(([action, input, resource]) => ({ action, input, resource })))(
    'without $action, exactly that is denied, on $resource',
    async ({ action, input, resource }) => {
      const call = toolWith(leastPrivilege(action));
      const [service] = action.split(':');
      const on = resource === '*' ? '*' : `arn:aws:${service}::111122223333:${resource}`;
      const reply = await call(action, input);
      expect(reply.status).toBe(service === 'account' ? 403 : 400);
      expect(messageOf(reply)).toBe(
        `User: arn:aws:iam::111122223333:user/tool is not authorized to perform: ${action} on resource: ${on} because no identity-based policy allows the ${action} action`,
      );
      for (const [other, otherInput] of calls.filter(([each]) => each !== action))
        expect(messageOf(await call(other, otherInput))).not.toMatch(/not authorized/);
    },
  );

  it('does not reach what it does not name', async () => {
    const call = toolWith(leastPrivilege());
    for (const [action, input] of [
      ['organizations:TagResource', { ResourceId: ids.member, Tags: [] }],
      ['organizations:DescribePolicy', { PolicyId: 'p-FullAWSAccess' }],
      ['organizations:EnableAWSServiceAccess', { ServicePrincipal: 'account.amazonaws.com' }],
    ] as const)
      expect(await call(action, input)).toMatchObject({ status: 400, body: { __type: 'AccessDeniedException' } });
  });
});
