import { describe, expect, it } from 'vitest';
import { account } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { worldWhere } from './settings.builder.ts';

describe('GetAccountInformation', () => {
  it('shows id, name, state and the day of creation in whole seconds', async () => {
    const reply = await account(emulatorOf(), ids.management).call('GetAccountInformation', { AccountId: ids.member });
    expect(reply).toMatchObject({ status: 200 });
    expect(reply.body).toEqual({
      AccountId: ids.member,
      AccountName: 'payments',
      AccountCreatedDate: '2026-01-02T03:04:05Z',
      AccountState: 'ACTIVE',
    });
  });

  it('tells an account that joined later by the day it was created', async () => {
    const emulator = emulatorOf({ world: worldWhere(ids.member, { createdAt: '2019-05-06T07:08:09Z' }) });
    expect((await account(emulator, ids.member).call('GetAccountInformation')).body).toMatchObject({
      AccountCreatedDate: '2019-05-06T07:08:09Z',
    });
  });

  it.each(['PENDING_ACTIVATION', 'SUSPENDED', 'CLOSED'] as const)('tells that an account is %s', async (state) => {
    const emulator = emulatorOf({ world: worldWhere(ids.member, { state }) });
    expect((await account(emulator, ids.member).call('GetAccountInformation')).body).toMatchObject({
      AccountState: state,
    });
  });

  it('has no word for PENDING_CLOSURE', async () => {
    const emulator = emulatorOf({ world: worldWhere(ids.member, { state: 'PENDING_CLOSURE' }) });
    expect((await account(emulator, ids.member).call('GetAccountInformation')).body).toMatchObject({
      AccountState: 'SUSPENDED',
    });
  });
});
