import { describe, expect, it } from 'vitest';
import { account } from '../../client.builder.ts';
import { emulatorOf, ids, makeClock } from '../../world/worlds.builder.ts';
import { denial, invalid } from './contacts.builder.ts';
import { codeOf } from './settings.builder.ts';

const target = { AccountId: ids.member };
const PrimaryEmail = 'root+payments@example.com';

describe('GetPrimaryEmailUpdateStatus', () => {
  it('goes from pending to completed, with the seconds of the last change', async () => {
    const clock = makeClock();
    const emulator = emulatorOf({ clock });
    const client = account(emulator, ids.management);
    await client.call('StartPrimaryEmailUpdate', { ...target, PrimaryEmail });
    const begun = clock.now() / 1000;
    clock.advance(90_000);
    expect((await client.call('GetPrimaryEmailUpdateStatus', target)).body).toEqual({
      Status: 'PENDING',
      UpdatedAt: begun,
    });
    const Otp = await codeOf(emulator, ids.member);
    await client.call('AcceptPrimaryEmailUpdate', { ...target, PrimaryEmail, Otp });
    const completed = { Status: 'COMPLETED', UpdatedAt: begun + 90 };
    expect((await client.call('GetPrimaryEmailUpdateStatus', target)).body).toEqual(completed);
    expect((await account(emulator, ids.member).call('GetPrimaryEmailUpdateStatus')).body).toEqual(completed);
  });

  it.each([
    ['a member', ids.management, target],
    ['the management account, not named', ids.management, {}],
    ['a member, by itself', ids.member, {}],
  ])('refuses %s without any history with 400, not with 404', async (_, caller, input) => {
    expect(await account(emulatorOf(), caller).call('GetPrimaryEmailUpdateStatus', input)).toMatchObject(
      invalid('No email update found for account'),
    );
  });

  it('is not for the management account that names itself, nor for members that name themselves', async () => {
    const read = (caller: string) =>
      account(emulatorOf(), caller).call('GetPrimaryEmailUpdateStatus', { AccountId: caller });
    expect(await read(ids.management)).toMatchObject(
      denial(ids.management, 'GetPrimaryEmailUpdateStatus', ' (Access Denied)'),
    );
    expect(await read(ids.member)).toMatchObject(denial(ids.member, 'GetPrimaryEmailUpdateStatus'));
  });
});
