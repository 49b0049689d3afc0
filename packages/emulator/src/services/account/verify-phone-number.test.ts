import { describe, expect, it } from 'vitest';
import { account } from '../../client.builder.ts';
import { emulatorOf, ids, makeClock } from '../../world/worlds.builder.ts';
import { invalid, office, refused } from './contacts.builder.ts';
import { codeOf, worldWhere } from './settings.builder.ts';

/** An account to which a code was sent. */
const sent = async () => {
  const clock = makeClock();
  const emulator = emulatorOf({ clock, world: worldWhere(ids.member, { primaryContact: office }) });
  const client = account(emulator, ids.member);
  await client.call('SendPhoneNumberVerification');
  const Otp = await codeOf(emulator, ids.member);
  return { clock, client, emulator, verify: (otp = Otp) => client.call('VerifyPhoneNumber', { Otp: otp }) };
};

const wrong = invalid('The one-time passcode is incorrect or has expired.');
const nothingSent = refused(404, 'ResourceNotFoundException', 'No phone number verification found for the account.');

describe('VerifyPhoneNumber', () => {
  it('verifies the number with the code that was sent, once', async () => {
    const { client, verify } = await sent();
    expect(await verify()).toMatchObject({ status: 200, body: { Status: 'VERIFIED' } });
    expect((await client.call('GetContactInformation')).body).toMatchObject({ VerificationStatus: 'VERIFIED' });
    expect(await verify()).toMatchObject(nothingSent);
  });

  it('refuses another code, and takes the right one still', async () => {
    const { verify } = await sent();
    expect(await verify('ABCDEF')).toMatchObject(wrong);
    expect(await verify()).toMatchObject({ status: 200 });
  });

  it('takes a code for five minutes', async () => {
    const { clock, verify } = await sent();
    clock.advance(300_000);
    expect(await verify()).toMatchObject(wrong);
  });

  it('conflicts with a number that changed in between', async () => {
    const { client, verify } = await sent();
    await client.call('PutContactInformation', { ContactInformation: { ...office, PhoneNumber: '+1 555 555 0199' } });
    expect(await verify()).toMatchObject(
      refused(409, 'ConflictException', 'The phone number has changed since the one-time passcode was sent.'),
    );
    expect((await client.call('GetContactInformation')).body).toMatchObject({ VerificationStatus: 'UNVERIFIED' });
  });

  it('needs a code that was sent', async () => {
    expect(await account(emulatorOf(), ids.member).call('VerifyPhoneNumber', { Otp: '123456' })).toMatchObject(
      nothingSent,
    );
  });

  it.each(['12345', '1234567', '12345!'])('refuses the code %s, which cannot be one', async (Otp) => {
    expect(await account(emulatorOf(), ids.member).call('VerifyPhoneNumber', { Otp })).toMatchObject(
      invalid(`[ECMA 262 regex "^[a-zA-Z0-9]{6}$" does not match input string "${Otp}"]`),
    );
  });
});
