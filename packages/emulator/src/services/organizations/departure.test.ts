import { describe, expect, it } from 'vitest';
import { account, organizations } from '../../client.builder.ts';
import { emulatorOf, ids, smallWorld } from '../../world/worlds.builder.ts';
import { accessRoleOf, assume } from '../sts/assume-role.builder.ts';
import { policedWorld, policyOf } from './policies.builder.ts';

const remove = (emulator: ReturnType<typeof emulatorOf>, id: string) =>
  organizations(emulator, ids.management).call('RemoveAccountFromOrganization', { AccountId: id });

describe('an account that leaves its organization', () => {
  it('has no tags there and no policies over it any more, and keeps its contacts', async () => {
    const world = policedWorld([policyOf('p-example001', 'First')], { [ids.member]: ['p-example001'] });
    const emulator = emulatorOf({ world });
    expect(await remove(emulator, ids.member)).toMatchObject({ status: 200 });
    const left = emulator.snapshot().accounts.find(({ id }) => id === ids.member);
    expect(left).toMatchObject({ tags: {} });
    expect(left).not.toHaveProperty('parent');
    expect(left).not.toHaveProperty('serviceControlPolicies');
    const contact = await account(emulator, ids.member).call('GetAlternateContact', {
      AlternateContactType: 'BILLING',
    });
    expect(contact).toMatchObject({ status: 404 });
  });

  it('cannot be reached by its organization, but for the role that it was created with', async () => {
    const emulator = emulatorOf();
    await organizations(emulator, ids.member).call('LeaveOrganization');
    const read = { AlternateContactType: 'SECURITY', AccountId: ids.member };
    expect(await account(emulator, ids.management).call('GetAlternateContact', read)).toMatchObject({ status: 403 });
    const session = await assume(emulator, ids.management, accessRoleOf(ids.member));
    expect(session.status).toBe(200);
    expect(
      await account(emulator, session).call('GetAlternateContact', { AlternateContactType: 'SECURITY' }),
    ).toMatchObject({
      status: 404,
    });
  });

  it('can make an organization of its own', async () => {
    const emulator = emulatorOf();
    await organizations(emulator, ids.member).call('LeaveOrganization');
    const own = organizations(emulator, ids.member);
    expect(await own.call('CreateOrganization')).toMatchObject({
      body: { Organization: { MasterAccountId: ids.member } },
    });
    expect(emulator.snapshot().otherOrganizations).toHaveLength(1);
  });

  it('waits until its closing has ended', async () => {
    const emulator = emulatorOf();
    await organizations(emulator, ids.management).call('CloseAccount', { AccountId: ids.member });
    expect(await remove(emulator, ids.member)).toMatchObject({
      body: { __type: 'ConcurrentModificationException' },
    });
  });

  it('is a delegated administrator no longer, or it cannot leave', async () => {
    const emulator = emulatorOf({ world: smallWorld() });
    expect(await remove(emulator, ids.delegated)).toMatchObject({
      body: { Reason: 'CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG' },
    });
    await organizations(emulator, ids.management).call('DeregisterDelegatedAdministrator', {
      AccountId: ids.delegated,
      ServicePrincipal: 'account.amazonaws.com',
    });
    expect(await remove(emulator, ids.delegated)).toMatchObject({ status: 200 });
  });
});
