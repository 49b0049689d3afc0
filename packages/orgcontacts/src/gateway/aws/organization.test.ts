import { afterEach, expect, it } from 'vitest';
import { ok } from '../../failure/failure.ts';
import { listAll } from '../list-all.ts';
import { anId } from '../memory/memory-world.builder.ts';
import { type Answer, type LocalAws, startLocalAws } from './local-aws.builder.ts';

let running: LocalAws | undefined;

const start = async (...answers: readonly Answer[]): Promise<LocalAws> => {
  running = await startLocalAws(...answers);
  return running;
};

afterEach(async () => {
  await running?.close();
  running = undefined;
});

const contentType = 'application/x-amz-json-1.1';
const page = (body: object): Answer => ({ contentType, body });
const member = anId('444455556666');

it('reads the organization and its management account', async () => {
  const Organization = { Id: 'o-exampleorgid', MasterAccountId: '111122223333', FeatureSet: 'ALL' };
  const { gateway, requests } = await start(page({ Organization }));
  expect(await gateway.describeOrganization()).toEqual(
    ok({ id: 'o-exampleorgid', managementAccountId: '111122223333', featureSet: 'ALL' }),
  );
  expect(requests[0]?.operation).toBe('DescribeOrganization');
});

it.each([
  [
    'State before Status, since a closed account still says SUSPENDED there',
    { State: 'CLOSED', Status: 'SUSPENDED' },
    'CLOSED',
  ],
  ['Status where State is missing', { Status: 'ACTIVE' }, 'ACTIVE'],
  ['State where Status is retired', { State: 'ACTIVE' }, 'ACTIVE'],
  ['UNKNOWN, and not ACTIVE, where both are missing', {}, 'UNKNOWN'],
])('reads %s', async (_, fields, state) => {
  const { gateway } = await start(
    page({ Accounts: [{ Id: member, Name: 'one', Email: 'one@example.com', ...fields }] }),
  );
  expect(await gateway.listAccounts()).toEqual(
    ok({ items: [{ id: member, name: 'one', email: 'one@example.com', state }] }),
  );
});

it('reads the way to an account from its path, without the organization and the account itself', async () => {
  const Paths = ['o-exampleorgid/r-ex01/ou-ex01-workload1/ou-ex01-prod00001/444455556666/'];
  const { gateway } = await start(page({ Accounts: [{ Id: member, State: 'ACTIVE', Paths }] }));
  const listed = await gateway.listAccounts();
  expect(listed.kind === 'ok' && listed.value.items[0]?.unitIds).toEqual([
    'r-ex01',
    'ou-ex01-workload1',
    'ou-ex01-prod00001',
  ]);
});

it.each([
  ['no path', {}],
  ['an empty list of paths', { Paths: [] }],
])('does not know the way to an account with %s', async (_, fields) => {
  const { gateway } = await start(page({ Accounts: [{ Id: member, State: 'ACTIVE', ...fields }] }));
  const listed = await gateway.listAccounts();
  expect(listed.kind === 'ok' && listed.value.items[0]).not.toHaveProperty('unitIds');
});

it('follows NextToken over an empty page to the end of the list', async () => {
  const { gateway, requests } = await start(
    page({ Accounts: [{ Id: '000000000001', State: 'ACTIVE' }], NextToken: 'two' }),
    page({ Accounts: [], NextToken: 'three' }),
    page({ Accounts: [{ Id: '000000000003', State: 'ACTIVE' }] }),
  );
  const all = await listAll(gateway.listAccounts);
  expect(all.kind === 'ok' && all.value.map(({ id }) => id)).toEqual(['000000000001', '000000000003']);
  expect(requests.map(({ body }) => body['NextToken'])).toEqual([undefined, 'two', 'three']);
});

it('reads roots, units, the accounts in a unit, tags, administrators and trusted services', async () => {
  const { gateway, requests } = await start(
    page({ Roots: [{ Id: 'r-ex01', Name: 'Root' }] }),
    page({ OrganizationalUnits: [{ Id: 'ou-ex01-sandbox01', Name: 'Sandbox' }] }),
    page({ Accounts: [{ Id: member, State: 'ACTIVE' }] }),
    page({ Tags: [{ Key: 'team', Value: 'payments' }] }),
    page({ DelegatedAdministrators: [{ Id: '222233334444' }] }),
    page({ EnabledServicePrincipals: [{ ServicePrincipal: 'account.amazonaws.com' }] }),
  );
  expect(await gateway.listRoots()).toEqual(ok({ items: [{ id: 'r-ex01', name: 'Root' }] }));
  expect(await gateway.listUnits('r-ex01')).toEqual(ok({ items: [{ id: 'ou-ex01-sandbox01', name: 'Sandbox' }] }));
  expect(await gateway.listAccountsIn('r-ex01')).toEqual(ok({ items: [member] }));
  expect(await gateway.listTags(member)).toEqual(ok({ items: [['team', 'payments']] }));
  expect(await gateway.listDelegatedAdministrators('account.amazonaws.com')).toEqual(ok({ items: ['222233334444'] }));
  expect(await gateway.listTrustedServices()).toEqual(ok({ items: ['account.amazonaws.com'] }));
  expect(requests.map(({ operation, body }) => [operation, body])).toEqual([
    ['ListRoots', {}],
    ['ListOrganizationalUnitsForParent', { ParentId: 'r-ex01' }],
    ['ListAccountsForParent', { ParentId: 'r-ex01' }],
    ['ListTagsForResource', { ResourceId: member }],
    ['ListDelegatedAdministrators', { ServicePrincipal: 'account.amazonaws.com' }],
    ['ListAWSServiceAccessForOrganization', {}],
  ]);
});

it('reads parents, the service control policies on a target, and what they say', async () => {
  const { gateway, requests } = await start(
    page({ Parents: [{ Id: 'ou-ex01-sandbox01', Type: 'ORGANIZATIONAL_UNIT' }] }),
    page({ Policies: [{ Id: 'p-FullAWSAccess', Name: 'FullAWSAccess' }], NextToken: 'two' }),
    page({ Policy: { Content: '{"Statement":[]}' } }),
  );
  expect(await gateway.listParents(member)).toEqual(ok({ items: ['ou-ex01-sandbox01'] }));
  expect(await gateway.listControlPolicies('r-ex01')).toEqual(
    ok({ items: [{ id: 'p-FullAWSAccess', name: 'FullAWSAccess' }], next: 'two' }),
  );
  expect(await gateway.describeControlPolicy('p-FullAWSAccess')).toEqual(ok('{"Statement":[]}'));
  expect(requests.map(({ operation, body }) => [operation, body])).toEqual([
    ['ListParents', { ChildId: member }],
    ['ListPoliciesForTarget', { TargetId: 'r-ex01', Filter: 'SERVICE_CONTROL_POLICY' }],
    ['DescribePolicy', { PolicyId: 'p-FullAWSAccess' }],
  ]);
});

it('enables trusted access and registers a delegated administrator', async () => {
  const { gateway, requests } = await start(page({}), page({}));
  expect(await gateway.enableTrustedAccess('account.amazonaws.com')).toEqual(ok(undefined));
  expect(await gateway.registerDelegatedAdministrator(member, 'account.amazonaws.com')).toEqual(ok(undefined));
  expect(requests.map(({ operation, body }) => [operation, body])).toEqual([
    ['EnableAWSServiceAccess', { ServicePrincipal: 'account.amazonaws.com' }],
    ['RegisterDelegatedAdministrator', { AccountId: member, ServicePrincipal: 'account.amazonaws.com' }],
  ]);
});

it.each([
  ['AccessDeniedException', 'denied'],
  ['TooManyRequestsException', 'throttled'],
  ['ConcurrentModificationException', 'conflict'],
  ['TargetNotFoundException', 'missing'],
  ['InvalidInputException', 'invalid'],
])('reads the error %s from the body, though it comes with HTTP 400', async (type, kind) => {
  const { gateway } = await start({ status: 400, contentType, body: { __type: type, Message: 'its own sentence' } });
  expect(await gateway.listTags(member)).toEqual({
    kind: 'failed',
    failure: {
      kind,
      operation: 'organizations:ListTagsForResource',
      code: type,
      message: 'its own sentence',
      status: 400,
    },
  });
});

it('throws when AWS lists an account without an id, rather than leaving it out', async () => {
  const { gateway } = await start(page({ Accounts: [{ Name: 'nobody' }] }));
  await expect(gateway.listAccounts()).rejects.toThrow('AWS answered without a 12-digit account id.');
});
