import { describe, expect, it } from 'vitest';
import { organizations } from '../../client.builder.ts';
import { createEmulator } from '../../create-emulator.ts';
import { emulatorOf, ids, smallWorld } from '../../world/worlds.builder.ts';
import { organizationsOperations } from './index.ts';
import { refusal } from './organizations.builder.ts';

const target = { AccountId: ids.member };
const service = { ServicePrincipal: 'account.amazonaws.com' };
const policy = { PolicyId: 'p-FullAWSAccess' };
const handshake = { HandshakeId: 'h-12345678' };
const unit = { OrganizationalUnitId: ids.sandbox };
const policyType = 'SERVICE_CONTROL_POLICY';

/** Who may call, and an input that is well formed; AWS API reference of each operation. */
const callers: Readonly<Record<string, readonly ['any' | 'M+D' | 'M' | 'outside' | 'party', object]>> = {
  CreateOrganization: ['outside', {}],
  DescribeOrganization: ['any', {}],
  ListAccounts: ['M+D', {}],
  DescribeAccount: ['M+D', target],
  ListRoots: ['M+D', {}],
  ListOrganizationalUnitsForParent: ['M+D', { ParentId: ids.root }],
  ListParents: ['M+D', { ChildId: ids.member }],
  ListAccountsForParent: ['M+D', { ParentId: ids.root }],
  ListTagsForResource: ['M+D', { ResourceId: ids.member }],
  ListAWSServiceAccessForOrganization: ['M+D', {}],
  ListDelegatedAdministrators: ['M+D', {}],
  ListCreateAccountStatus: ['M+D', {}],
  DescribeCreateAccountStatus: ['M+D', { CreateAccountRequestId: 'car-12345678' }],
  TagResource: ['M', { ResourceId: ids.member, Tags: [{ Key: 'a', Value: 'b' }] }],
  UntagResource: ['M', { ResourceId: ids.member, TagKeys: ['a'] }],
  EnableAWSServiceAccess: ['M', service],
  DisableAWSServiceAccess: ['M', service],
  RegisterDelegatedAdministrator: ['M', { ...target, ...service }],
  DeregisterDelegatedAdministrator: ['M', { ...target, ...service }],
  CreateAccount: ['M', { Email: 'a@example.com', AccountName: 'a' }],
  MoveAccount: ['M', { ...target, SourceParentId: ids.workloads, DestinationParentId: ids.root }],
  CreateOrganizationalUnit: ['M', { ParentId: ids.root, Name: 'New' }],
  DescribePolicy: ['M+D', policy],
  ListPolicies: ['M+D', { Filter: policyType }],
  ListPoliciesForTarget: ['M+D', { TargetId: ids.root, Filter: policyType }],
  ListTargetsForPolicy: ['M+D', policy],
  EnablePolicyType: ['M', { RootId: ids.root, PolicyType: policyType }],
  DisablePolicyType: ['M', { RootId: ids.root, PolicyType: policyType }],
  CreatePolicy: ['M', { Content: '{}', Description: '', Name: 'a', Type: policyType }],
  UpdatePolicy: ['M', policy],
  DeletePolicy: ['M', policy],
  AttachPolicy: ['M', { ...policy, TargetId: ids.root }],
  DetachPolicy: ['M', { ...policy, TargetId: ids.root }],
  AcceptHandshake: ['party', handshake],
  CancelHandshake: ['party', handshake],
  DeclineHandshake: ['party', handshake],
  DescribeHandshake: ['party', handshake],
  ListHandshakesForAccount: ['party', {}],
  ListHandshakesForOrganization: ['M+D', {}],
  InviteAccountToOrganization: ['M', { Target: { Type: 'ACCOUNT', Id: ids.outsider } }],
  EnableAllFeatures: ['M', {}],
  LeaveOrganization: ['any', {}],
  RemoveAccountFromOrganization: ['M', target],
  CloseAccount: ['M', target],
  DeleteOrganization: ['M', {}],
  DescribeOrganizationalUnit: ['M+D', unit],
  UpdateOrganizationalUnit: ['M', unit],
  DeleteOrganizationalUnit: ['M', unit],
  ListChildren: ['M+D', { ParentId: ids.root, ChildType: 'ACCOUNT' }],
  ListDelegatedServicesForAccount: ['M+D', target],
};

const denied = refusal('AccessDeniedException', "You don't have permissions to access this resource.");
const notInUse = refusal('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.');

const operations = Object.entries(callers).map(([operation, [who, input]]) => ({ operation, who, input }));
const inside = operations.filter(({ who }) => who !== 'outside' && who !== 'party');
const ofParties = operations.filter(({ who }) => who === 'party');

const isDenied = async (caller: string, operation: string, input: object): Promise<boolean> => {
  const { body } = await organizations(emulatorOf(), caller).call(operation, { ...input });
  return body['__type'] === 'AccessDeniedException';
};

describe('who may call Organizations', () => {
  it('has a row for every operation', () => {
    expect(Object.keys(callers).toSorted()).toEqual(organizationsOperations.map(({ name }) => name).toSorted());
  });

  it.each(inside)('the management account may call $operation', async ({ operation, input }) => {
    expect(await isDenied(ids.management, operation, input)).toBe(false);
  });

  it.each(inside)('a delegated administrator and $operation ($who)', async ({ operation, who, input }) => {
    expect(await isDenied(ids.delegated, operation, input)).toBe(who === 'M');
  });

  it.each(inside)('an ordinary member and $operation ($who)', async ({ operation, who, input }) => {
    expect(await isDenied(ids.member, operation, input)).toBe(who !== 'any');
  });

  it.each(inside)('$operation of an account outside any organization', async ({ operation, input }) => {
    for (const emulator of [emulatorOf(), createEmulator({ empty: true, account: ids.outsider })])
      expect(await organizations(emulator, ids.outsider).call(operation, { ...input })).toMatchObject(notInUse);
  });

  it.each(ofParties)('$operation is open to accounts of any organization and of none', async ({ operation, input }) => {
    for (const caller of [ids.management, ids.delegated, ids.member, ids.outsider]) {
      const { body } = await organizations(emulatorOf(), caller).call(operation, { ...input });
      expect(['HandshakeNotFoundException', undefined]).toContain(body['__type']);
    }
  });

  it('denies in these words', async () => {
    expect(await organizations(emulatorOf(), ids.member).call('ListAccounts')).toMatchObject(denied);
  });

  it('lets a delegated administrator of any service read', async () => {
    const since = '2026-01-01T00:00:00.000Z';
    const delegatedAdministrators = [{ accountId: ids.member, service: 'config.amazonaws.com', since }];
    const emulator = emulatorOf({ world: smallWorld({ delegatedAdministrators }) });
    expect(await organizations(emulator, ids.member).call('ListAccounts')).toMatchObject({ status: 200 });
  });

  it('looks at what was sent before it looks at who sent it', async () => {
    expect(await organizations(emulatorOf(), ids.member).call('DescribeAccount')).toMatchObject({
      body: { __type: 'InvalidInputException' },
    });
  });
});
