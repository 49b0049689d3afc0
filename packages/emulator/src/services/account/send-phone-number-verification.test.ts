import { describe, expect, it } from 'vitest';
import { account } from '../../client.builder.ts';
import { emulatorOf, ids, makeClock } from '../../world/worlds.builder.ts';
import { office, refused } from './contacts.builder.ts';
import { codeOf, worldWhere } from './settings.builder.ts';

const setUp = (more = {}) => {
  const clock = makeClock();
  const emulator = emulatorOf({ clock, world: worldWhere(ids.member, { primaryContact: office, ...more }) });
  return { clock, emulator, client: account(emulator, ids.member) };
};

const conflict = (message: string) => refused(409, 'ConflictException', message);

describe('SendPhoneNumberVerification', () => {
  it('sends six digits, and the number is pending as long as they are good', async () => {
    const { client, clock, emulator } = setUp();
    const status = async () => (await client.call('GetContactInformation')).body['VerificationStatus'];
    expect(await client.call('SendPhoneNumberVerification')).toMatchObject({
      status: 200,
      body: { Status: 'PENDING' },
    });
    expect(await codeOf(emulator, ids.member)).toMatch(/^\d{6}$/);
    clock.advance(299_999);
    expect(await status()).toBe('PENDING');
    clock.advance(1);
    expect(await status()).toBe('UNVERIFIED');
    expect(await codeOf(emulator, ids.member)).toBe('none');
  });

  it('sends another code the second time, and the first one is good no more', async () => {
    const { client, emulator } = setUp();
    await client.call('SendPhoneNumberVerification');
    const first = await codeOf(emulator, ids.member);
    await client.call('SendPhoneNumberVerification');
    expect(await codeOf(emulator, ids.member)).not.toBe(first);
    expect(await client.call('VerifyPhoneNumber', { Otp: first })).toMatchObject({ status: 400 });
  });

  it('sends the same code in the same world', async () => {
    const codes = [setUp(), setUp()].map(async ({ client, emulator }) => {
      await client.call('SendPhoneNumberVerification');
      return codeOf(emulator, ids.member);
    });
    const [one, other] = await Promise.all(codes);
    expect(one).toBe(other);
  });

  it('has nobody to send to where there is no primary contact', async () => {
    expect(await account(emulatorOf(), ids.member).call('SendPhoneNumberVerification')).toMatchObject(
      refused(404, 'ResourceNotFoundException', 'No contact information found for the account.'),
    );
  });

  it.each([
    ['VERIFIED', 'The phone number is already verified.'],
    ['NOT_SUPPORTED', 'Phone number verification is not available for the account.'],
  ])('refuses a number that is %s', async (phoneStatus, message) => {
    const { client } = setUp({ phoneStatus });
    expect(await client.call('SendPhoneNumberVerification')).toMatchObject(conflict(message));
  });
});
