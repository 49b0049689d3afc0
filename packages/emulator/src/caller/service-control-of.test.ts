import { describe, expect, it } from 'vitest';
import { account, organizations, type Reply } from '../client.builder.ts';
import { mary } from '../services/account/contacts.builder.ts';
import { contentOf, policedWorld, policyOf } from '../services/organizations/policies.builder.ts';
import type { World } from '../world/world-file.ts';
import { emulatorOf, ids } from '../world/worlds.builder.ts';

const security = { AlternateContactType: 'SECURITY' };
const full = 'p-FullAWSAccess';

/** A world with one policy, attached besides p-FullAWSAccess. */
const under = (content: string, ...targets: readonly string[]): World =>
  policedWorld(
    [policyOf('p-example001', 'Under test', content)],
    Object.fromEntries(targets.map((target) => [target, [full, 'p-example001']])),
  );

const read = (world: World, caller: string, target?: string): Promise<Reply> =>
  account(emulatorOf({ world }), caller).call('GetAlternateContact', {
    ...security,
    ...(target !== undefined && { AccountId: target }),
  });

/** What an explicit deny of a service control policy comes to. */
const forbidden = {
  status: 403,
  body: { message: expect.stringMatching(/ with an explicit deny in a service control policy$/) },
};
/** What comes when no service control policy of a level allows the action. */
const notAllowed = {
  status: 403,
  body: {
    message: expect.stringMatching(/ because no service control policy allows the account:GetAlternateContact action$/),
  },
};
const through = { status: 404 };

describe('a service control policy that denies', () => {
  const deny = contentOf('Deny', 'account:GetAlternateContact');

  it.each([
    ['the root', ids.root],
    ['the unit', ids.workloads],
    ['the account', ids.member],
  ])('denies the administrator of an account when it is attached to %s', async (_, target) => {
    expect(await read(under(deny, target), ids.member)).toMatchObject(forbidden);
  });

  it('does not reach the accounts of another unit', async () => {
    expect(await read(under(deny, ids.workloads), ids.suspended)).toMatchObject(through);
    expect(await read(under(deny, ids.sandbox), ids.member)).toMatchObject(through);
  });

  it('does not reach an account outside the organization', async () => {
    expect(await read(under(deny, ids.root), ids.outsider)).toMatchObject(through);
  });

  it('never reaches the management account, wherever it is attached', async () => {
    const world = under(contentOf('Deny', '*'), ids.root, ids.management);
    expect(await read(world, ids.management)).toMatchObject(through);
    expect(await read(world, ids.management, ids.member)).toMatchObject(through);
    expect(await organizations(emulatorOf({ world }), ids.management).call('ListAccounts')).toMatchObject({
      status: 200,
    });
  });

  it('reaches calls of Organizations, with their own code', async () => {
    const world = under(contentOf('Deny', 'organizations:*'), ids.root);
    const { status, body } = await organizations(emulatorOf({ world }), ids.delegated).call('ListAccounts');
    expect({ status, body }).toEqual({
      status: 400,
      body: {
        __type: 'AccessDeniedException',
        Message:
          'User: arn:aws:iam::222233334444:user/administrator is not authorized to perform: organizations:ListAccounts on resource: * with an explicit deny in a service control policy',
      },
    });
  });
});

describe('a level of service control policies', () => {
  const onlyBuckets = [policyOf('p-example001', 'Buckets', contentOf('Allow', 's3:*'))];
  const contacts = policyOf('p-example002', 'Contacts', contentOf('Allow', 'account:*'));

  it.each([
    ['the root', ids.root],
    ['the unit', ids.workloads],
    ['the account', ids.member],
  ])('that does not allow an action stops it, though the other levels do: %s', async (_, target) => {
    expect(await read(policedWorld(onlyBuckets, { [target]: ['p-example001'] }), ids.member)).toMatchObject(notAllowed);
  });

  it('allows what any of its policies allows', async () => {
    const world = policedWorld([...onlyBuckets, contacts], { [ids.member]: ['p-example001', 'p-example002'] });
    expect(await read(world, ids.member)).toMatchObject(through);
  });

  it('grants nothing to whom no identity policy allows it', async () => {
    const world = policedWorld();
    const users = [{ name: 'nobody', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', policies: [], tags: {} }];
    const accounts = world.accounts.map((each) => (each.id === ids.member ? { ...each, users } : each));
    const { body } = await read({ ...world, accounts }, 'AKIAIOSFODNN7EXAMPLE');
    expect(body['message']).toMatch(/ because no identity-based policy allows the account:GetAlternateContact action$/);
  });

  it('follows an account that is moved', async () => {
    const emulator = emulatorOf({ world: under(contentOf('Deny', 'account:*'), ids.sandbox) });
    const ask = () => account(emulator, ids.member).call('GetAlternateContact', security);
    expect(await ask()).toMatchObject(through);
    await organizations(emulator, ids.management).call('MoveAccount', {
      AccountId: ids.member,
      SourceParentId: ids.workloads,
      DestinationParentId: ids.sandbox,
    });
    expect(await ask()).toMatchObject(forbidden);
  });
});

describe('policies that are made, attached, detached and disabled', () => {
  it('have their effect on the next call', async () => {
    const emulator = emulatorOf();
    const management = organizations(emulator, ids.management);
    const status = async () => (await account(emulator, ids.member).call('GetAlternateContact', security)).status;
    const scp = 'SERVICE_CONTROL_POLICY';
    const { body } = await management.call('CreatePolicy', {
      Content: contentOf('Deny', 'account:*'),
      Description: '',
      Name: 'NoContacts',
      Type: scp,
    });
    const { PolicySummary } = body['Policy'] as { PolicySummary: { Id: string } };
    const attachment = { PolicyId: PolicySummary.Id, TargetId: ids.workloads };
    await management.call('EnablePolicyType', { RootId: ids.root, PolicyType: scp });
    expect(await status()).toBe(404);
    await management.call('AttachPolicy', attachment);
    expect(await status()).toBe(403);
    await management.call('DetachPolicy', attachment);
    expect(await status()).toBe(404);
    await management.call('AttachPolicy', attachment);
    expect(await status()).toBe(403);
    await management.call('DisablePolicyType', { RootId: ids.root, PolicyType: scp });
    expect(await status()).toBe(404);
  });
});

/** The two samples of AWS against changes of alternate contacts (AWS docs: example service control policies for Account Management). */
const sample = (resource: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Statement1',
        Effect: 'Deny',
        Action: ['account:PutAlternateContact', 'account:DeleteAlternateContact'],
        Resource: [resource],
      },
    ],
  });

describe('AWS’s samples of policies against changes of contacts', () => {
  const put = (world: World, caller: string, target?: string) =>
    account(emulatorOf({ world }), caller).call('PutAlternateContact', {
      ...security,
      ...mary,
      ...(target !== undefined && { AccountId: target }),
    });
  const standaloneOnly = under(sample('arn:aws:account::*:account'), ids.root);
  const everywhere = under(sample('*'), ids.root);

  it.each([ids.member, ids.delegated])('both stop the own changes of %s', async (caller) => {
    expect(await put(standaloneOnly, caller)).toMatchObject(forbidden);
    expect(await put(everywhere, caller)).toMatchObject(forbidden);
  });

  it('the first lets the delegated administrator change the contacts of others, the second does not', async () => {
    expect(await put(standaloneOnly, ids.delegated, ids.member)).toMatchObject({ status: 200 });
    expect(await put(everywhere, ids.delegated, ids.member)).toMatchObject(forbidden);
  });

  it('neither stops the management account, nor anybody from reading', async () => {
    for (const world of [standaloneOnly, everywhere]) {
      expect(await put(world, ids.management, ids.member)).toMatchObject({ status: 200 });
      expect(await put(world, ids.management)).toMatchObject({ status: 200 });
      expect(await read(world, ids.member)).toMatchObject(through);
    }
  });

  it('the second lets the delegated administrator through where it does not cover its account', async () => {
    const world = under(sample('*'), ids.workloads);
    expect(await put(world, ids.delegated, ids.member)).toMatchObject({ status: 200 });
    expect(await put(world, ids.member)).toMatchObject(forbidden);
  });
});

describe('a policy that exempts a central role', () => {
  const exempting = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'OnlyCentralRoleChangesContacts',
        Effect: 'Deny',
        Action: ['account:PutAlternateContact', 'account:DeleteAlternateContact', 'account:PutContactInformation'],
        Resource: '*',
        Condition: {
          ArnNotLike: {
            'aws:PrincipalArn': [
              'arn:aws:iam::*:user/OrgContactsAdmin',
              'arn:aws:iam::*:role/OrganizationAccountAccessRole',
            ],
          },
        },
      },
    ],
  });

  it('stops everybody else', async () => {
    const world = under(exempting, ids.root);
    const user = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', policies: ['AWSAccountManagementFullAccess'], tags: {} };
    const users = [{ ...user, name: 'OrgContactsAdmin' }];
    const accounts = world.accounts.map((each) => (each.id === ids.member ? { ...each, users } : each));
    const emulator = emulatorOf({ world: { ...world, accounts } });
    const put = (key: string) => account(emulator, key).call('PutAlternateContact', { ...security, ...mary });
    expect(await put('AKIAIOSFODNN7EXAMPLE')).toMatchObject({ status: 200 });
    expect(await put(ids.member)).toMatchObject(forbidden);
  });
});
