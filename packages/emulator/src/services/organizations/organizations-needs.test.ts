import { describe, expect, it } from 'vitest';
import { organizations } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { organizationsOperations } from './index.ts';
import { policedWorld, policyOf } from './policies.builder.ts';

const accessKeyId = 'AKIAIOSFODNN7EXAMPLE';
const arn = 'arn:aws:iam::111122223333:user/tool';
const own = 'arn:aws:organizations::111122223333';
const root = `${own}:root/o-exampleorgid/${ids.root}`;
const workloads = `${own}:ou/o-exampleorgid/${ids.workloads}`;
const sandbox = `${own}:ou/o-exampleorgid/${ids.sandbox}`;
const payments = `${own}:account/o-exampleorgid/${ids.member}`;
const first = `${own}:policy/o-exampleorgid/service_control_policy/p-example001`;
const fullAccess = 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess';

/** A statement of a policy. */
type Statement = Readonly<Record<string, unknown>>;
const allow = (Action: string | readonly string[], Resource: unknown = '*', Condition = {}): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
  Condition,
});

/** Calls as a user of the management account, who has these statements and no others. */
const toolWith = (...Statement: readonly Statement[]) => {
  const world = policedWorld([{ ...policyOf('p-example001', 'First'), tags: { team: 'security' } }]);
  const policy = { Version: '2012-10-17', Statement };
  const users = [{ name: 'tool', accessKeyId, policies: [policy], tags: {} }];
  const accounts = world.accounts.map((each) => (each.id === ids.management ? { ...each, users } : each));
  return organizations(emulatorOf({ world: { ...world, accounts } }), accessKeyId);
};

/** The denial of an action that no policy allows. */
const denied = (action: string, resource: string) => ({
  status: 400,
  body: {
    __type: 'AccessDeniedException',
    Message: `User: ${arn} is not authorized to perform: organizations:${action} on resource: ${resource} because no identity-based policy allows the organizations:${action} action`,
  },
});

const isAllowed = async (client: ReturnType<typeof toolWith>, operation: string, input: object): Promise<boolean> =>
  (await client.call(operation, { ...input })).body['__type'] !== 'AccessDeniedException';

const account = { AccountId: ids.member };
const service = { ServicePrincipal: 'account.amazonaws.com' };
const policy = { PolicyId: 'p-example001' };
const scp = 'SERVICE_CONTROL_POLICY';

/** What each call needs its action on, in turn (AWS docs: actions, resources and condition keys for AWS Organizations). */
const resources: Readonly<Record<string, readonly [input: object, ...resources: string[]]>> = {
  AcceptHandshake: [{ HandshakeId: 'h-12345678' }, '*'],
  AttachPolicy: [{ ...policy, TargetId: ids.workloads }, first, workloads],
  CancelHandshake: [{ HandshakeId: 'h-12345678' }, '*'],
  CloseAccount: [account, payments],
  CreateAccount: [{ Email: 'aws+new@example.com', AccountName: 'new' }, '*'],
  CreateOrganization: [{}, '*'],
  CreateOrganizationalUnit: [{ ParentId: ids.workloads, Name: 'New' }, workloads],
  CreatePolicy: [
    { Content: '{}', Description: '', Name: 'New', Type: scp },
    `${own}:policy/o-exampleorgid/service_control_policy/*`,
  ],
  DeclineHandshake: [{ HandshakeId: 'h-12345678' }, '*'],
  DeleteOrganization: [{}, '*'],
  DeleteOrganizationalUnit: [{ OrganizationalUnitId: ids.workloads }, workloads],
  DeletePolicy: [policy, first],
  DeregisterDelegatedAdministrator: [{ ...account, ...service }, payments],
  DescribeAccount: [account, payments],
  DescribeCreateAccountStatus: [{ CreateAccountRequestId: 'car-12345678' }, '*'],
  DescribeHandshake: [{ HandshakeId: 'h-12345678' }, '*'],
  DescribeOrganization: [{}, '*'],
  DescribeOrganizationalUnit: [{ OrganizationalUnitId: ids.workloads }, workloads],
  DescribePolicy: [{ PolicyId: 'p-FullAWSAccess' }, fullAccess],
  DetachPolicy: [{ ...policy, TargetId: ids.root }, first, root],
  DisableAWSServiceAccess: [service, '*'],
  DisablePolicyType: [{ RootId: ids.root, PolicyType: scp }, root],
  EnableAWSServiceAccess: [service, '*'],
  EnableAllFeatures: [{}, '*'],
  EnablePolicyType: [{ RootId: ids.root, PolicyType: scp }, root],
  InviteAccountToOrganization: [
    { Target: { Type: 'ACCOUNT', Id: ids.outsider } },
    `${own}:account/o-exampleorgid/${ids.outsider}`,
  ],
  LeaveOrganization: [{}, '*'],
  ListAccounts: [{}, '*'],
  ListAccountsForParent: [{ ParentId: ids.root }, root],
  ListAWSServiceAccessForOrganization: [{}, '*'],
  ListChildren: [{ ParentId: ids.root, ChildType: 'ACCOUNT' }, root],
  ListCreateAccountStatus: [{}, '*'],
  ListDelegatedAdministrators: [{}, '*'],
  ListDelegatedServicesForAccount: [account, payments],
  ListHandshakesForAccount: [{}, '*'],
  ListHandshakesForOrganization: [{}, '*'],
  ListOrganizationalUnitsForParent: [{ ParentId: ids.workloads }, workloads],
  ListParents: [{ ChildId: ids.workloads }, workloads],
  ListPolicies: [{ Filter: scp }, '*'],
  ListPoliciesForTarget: [{ TargetId: ids.member, Filter: scp }, payments],
  ListRoots: [{}, '*'],
  ListTagsForResource: [{ ResourceId: 'p-example001' }, first],
  ListTargetsForPolicy: [policy, first],
  MoveAccount: [
    { ...account, SourceParentId: ids.workloads, DestinationParentId: ids.sandbox },
    payments,
    workloads,
    sandbox,
  ],
  RegisterDelegatedAdministrator: [{ ...account, ...service }, payments],
  RemoveAccountFromOrganization: [account, payments],
  TagResource: [{ ResourceId: ids.root, Tags: [] }, root],
  UntagResource: [{ ResourceId: ids.member, TagKeys: [] }, payments],
  UpdateOrganizationalUnit: [{ OrganizationalUnitId: ids.workloads }, workloads],
  UpdatePolicy: [policy, first],
};

const calls = Object.entries(resources).map(([operation, [input, ...needed]]) => ({ operation, input, needed }));

describe('what a call of Organizations needs', () => {
  it('is known of every operation', () => {
    expect(Object.keys(resources).toSorted()).toEqual(organizationsOperations.map(({ name }) => name).toSorted());
    expect(organizationsOperations.filter(({ needs }) => !needs)).toEqual([]);
  });

  it.each(calls)('$operation needs its action on $needed, one by one', async ({ operation, input, needed }) => {
    for (const [index, missing] of needed.entries()) {
      const granted = needed.slice(0, index).map((resource) => allow(`organizations:${operation}`, resource));
      const client = toolWith(allow('s3:*'), ...granted);
      expect(await client.call(operation, { ...input })).toMatchObject(denied(operation, missing));
    }
    const all = toolWith(...needed.map((resource) => allow(`organizations:${operation}`, resource)));
    expect(await isAllowed(all, operation, input)).toBe(true);
  });

  it('is asked of what is not there too', async () => {
    const client = toolWith(allow('organizations:*', payments));
    expect(await client.call('DescribeAccount', { AccountId: ids.unknown })).toMatchObject(
      denied('DescribeAccount', `${own}:account/o-exampleorgid/${ids.unknown}`),
    );
    expect(await client.call('DescribePolicy', { PolicyId: 'p-unknown01' })).toMatchObject(
      denied('DescribePolicy', `${own}:policy/o-exampleorgid/service_control_policy/p-unknown01`),
    );
  });

  it.each([
    ['CreateAccount', 'account'],
    ['CreateOrganizationalUnit', 'ou'],
    ['CreatePolicy', 'policy'],
  ])('%s with tags needs TagResource too', async (operation, kind) => {
    const [input] = resources[operation] ?? [{}];
    const tagged = { ...input, Tags: [{ Key: 'team', Value: 'cards' }] };
    const creating = allow(`organizations:${operation}`);
    const created = kind === 'policy' ? 'policy/o-exampleorgid/service_control_policy/*' : `${kind}/o-exampleorgid/*`;
    expect(await toolWith(creating).call(operation, tagged)).toMatchObject(denied('TagResource', `${own}:${created}`));
    expect(await isAllowed(toolWith(creating), operation, { ...input, Tags: [] })).toBe(true);
    const tagging = allow('organizations:TagResource', `${own}:${kind}/*`, {
      StringEquals: { 'aws:RequestTag/team': 'cards' },
    });
    expect(await isAllowed(toolWith(creating, tagging), operation, tagged)).toBe(true);
    expect(
      await isAllowed(toolWith(creating, tagging), operation, { ...input, Tags: [{ Key: 'team', Value: 'x' }] }),
    ).toBe(false);
  });

  it.each<[string, object, object, object]>([
    [
      'EnableAWSServiceAccess',
      service,
      { 'organizations:ServicePrincipal': 'account.amazonaws.com' },
      { ServicePrincipal: 'a' },
    ],
    [
      'ListDelegatedAdministrators',
      service,
      { 'organizations:ServicePrincipal': 'account.amazonaws.com' },
      { ServicePrincipal: undefined },
    ],
    [
      'EnablePolicyType',
      { RootId: ids.root, PolicyType: scp },
      { 'organizations:PolicyType': scp },
      { PolicyType: 'TAG_POLICY' },
    ],
    ['ListPolicies', { Filter: scp }, { 'organizations:PolicyType': scp }, { Filter: 'TAG_POLICY' }],
    ['AttachPolicy', { ...policy, TargetId: ids.root }, { 'organizations:PolicyType': scp }, {}],
    [
      'ListTagsForResource',
      { ResourceId: 'p-example001' },
      { 'organizations:PolicyType': scp },
      { ResourceId: ids.root },
    ],
    ['DescribeAccount', account, { 'aws:ResourceTag/team': 'payments' }, { AccountId: ids.delegated }],
    ['ListParents', { ChildId: ids.workloads }, { 'aws:ResourceTag/env': 'prod' }, { ChildId: ids.sandbox }],
    ['DescribePolicy', policy, { 'aws:ResourceTag/team': 'security' }, { PolicyId: 'p-FullAWSAccess' }],
    [
      'TagResource',
      { ResourceId: ids.root, Tags: [{ Key: 'a', Value: '1' }] },
      { 'aws:RequestTag/a': '1' },
      { Tags: [] },
    ],
    [
      'TagResource',
      { ResourceId: ids.root, Tags: [{ Key: 'a', Value: '1' }] },
      { 'aws:TagKeys': 'a' },
      { Tags: [{ Key: 'b', Value: '1' }] },
    ],
    ['UntagResource', { ResourceId: ids.root, TagKeys: ['a'] }, { 'aws:TagKeys': 'a' }, { TagKeys: ['b'] }],
    ['DescribePolicy', { PolicyId: 'p-FullAWSAccess' }, { 'aws:ResourceAccount': ids.management }, {}],
    ['ListRoots', {}, { 'aws:ResourceAccount': ids.management }, {}],
  ])('%s of %j can be told by %j', async (operation, input, keys, other) => {
    const client = toolWith(allow('organizations:*', '*', { 'ForAnyValue:StringEquals': keys }));
    expect(await isAllowed(client, operation, input)).toBe(true);
    if (Object.keys(other).length > 0) expect(await isAllowed(client, operation, { ...input, ...other })).toBe(false);
  });

  it('has no resource and no owner outside an organization', async () => {
    const world = policedWorld();
    const document = { Version: '2012-10-17', Statement: allow('organizations:DescribeAccount', payments) };
    const users = [{ name: 'stranger', accessKeyId, policies: [document], tags: {} }];
    const accounts = world.accounts.map((each) => (each.id === ids.outsider ? { ...each, users } : each));
    const client = organizations(emulatorOf({ world: { ...world, accounts } }), accessKeyId);
    const { body } = await client.call('DescribeAccount', account);
    expect(body['Message']).toContain('organizations:DescribeAccount on resource: * because no identity-based policy');
  });
});
