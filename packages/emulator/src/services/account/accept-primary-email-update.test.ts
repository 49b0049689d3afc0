import { describe, expect, it } from 'vitest';
import { account, organizations } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { denial, invalid, refused } from './contacts.builder.ts';
import { codeOf } from './settings.builder.ts';

const PrimaryEmail = 'root+payments@example.com';
const target = { AccountId: ids.member, PrimaryEmail };

/** An account with a change of its address under way. */
const started = async () => {
  const emulator = emulatorOf();
  const client = account(emulator, ids.management);
  await client.call('StartPrimaryEmailUpdate', target);
  const Otp = await codeOf(emulator, ids.member);
  const accept = (input = {}) => client.call('AcceptPrimaryEmailUpdate', { ...target, Otp, ...input });
  return { emulator, client, accept };
};

const nothingPending = refused(
  404,
  'ResourceNotFoundException',
  'No primary email update to this email address is pending for the account.',
);

describe('AcceptPrimaryEmailUpdate', () => {
  it('with the code makes the new address the one of the account, in both services', async () => {
    const { emulator, client, accept } = await started();
    expect(await accept()).toMatchObject({ status: 200, body: { Status: 'ACCEPTED' } });
    expect((await client.call('GetPrimaryEmail', { AccountId: ids.member })).body).toEqual({ PrimaryEmail });
    const { body } = await organizations(emulator, ids.management).call('DescribeAccount', { AccountId: ids.member });
    expect(body).toMatchObject({ Account: { Email: PrimaryEmail } });
    expect(await codeOf(emulator, ids.member)).toBe('none');
    expect(await accept()).toMatchObject(nothingPending);
  });

  it('frees the old address, also of an account that was created here', async () => {
    const emulator = emulatorOf({ instant: true });
    const [client, organization] = [account(emulator, ids.management), organizations(emulator, ids.management)];
    const first = { Email: 'aws+first@example.com', AccountName: 'first' };
    await organization.call('CreateAccount', first);
    const named = { AccountId: emulator.snapshot().accounts.at(-1)?.id, PrimaryEmail: 'aws+second@example.com' };
    await client.call('StartPrimaryEmailUpdate', named);
    await client.call('AcceptPrimaryEmailUpdate', { ...named, Otp: await codeOf(emulator, String(named.AccountId)) });
    const again = await organization.call('CreateAccount', first);
    expect(again.body).toMatchObject({ CreateAccountStatus: { State: 'SUCCEEDED' } });
    const addresses = emulator.snapshot().accounts.map(({ email }) => email);
    expect(addresses.slice(-2)).toEqual(['aws+second@example.com', 'aws+first@example.com']);
  });

  it('refuses another code, and changes nothing', async () => {
    const { client, accept } = await started();
    expect(await accept({ Otp: '!' })).toMatchObject({ status: 400 });
    expect(await accept({ Otp: '000000' })).toMatchObject(invalid('The one-time passcode is incorrect.'));
    expect((await client.call('GetPrimaryEmail', { AccountId: ids.member })).body).toEqual({
      PrimaryEmail: 'aws+payments@example.com',
    });
    expect(await accept()).toMatchObject({ status: 200 });
  });

  it('is about the address that was started with', async () => {
    const { accept } = await started();
    expect(await accept({ PrimaryEmail: 'other@example.com' })).toMatchObject(nothingPending);
    expect(await accept({ AccountId: ids.delegated })).toMatchObject(nothingPending);
  });

  it('conflicts with an address that somebody has taken in between', async () => {
    const { emulator, accept } = await started();
    await organizations(emulator, ids.management).call('CreateAccount', { Email: PrimaryEmail, AccountName: 'new' });
    expect(await accept()).toMatchObject(
      refused(409, 'ConflictException', 'The email address is already in use by another account.'),
    );
  });

  it('is not for the management account itself', async () => {
    const { accept } = await started();
    expect(await accept({ AccountId: ids.management })).toMatchObject(
      denial(ids.management, 'AcceptPrimaryEmailUpdate', ' (Access Denied)'),
    );
  });
});
