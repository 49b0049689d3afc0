import { describe, expect, it } from 'vitest';
import { account } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { denial, office, refused } from './contacts.builder.ts';
import { worldWhere } from './settings.builder.ts';

describe('GetContactInformation', () => {
  it('shows the primary contact, whose number nobody has verified', async () => {
    const emulator = emulatorOf({ world: worldWhere(ids.member, { primaryContact: office }) });
    const reply = await account(emulator, ids.member).call('GetContactInformation');
    expect(reply).toMatchObject({ status: 200 });
    expect(reply.body).toEqual({ ContactInformation: office, VerificationStatus: 'UNVERIFIED' });
  });

  it.each(['VERIFIED', 'NOT_SUPPORTED'] as const)('shows that the number is %s', async (phoneStatus) => {
    const emulator = emulatorOf({ world: worldWhere(ids.member, { primaryContact: office, phoneStatus }) });
    const { body } = await account(emulator, ids.management).call('GetContactInformation', { AccountId: ids.member });
    expect(body).toMatchObject({ VerificationStatus: phoneStatus });
  });

  it('answers 404 where there is none', async () => {
    expect(await account(emulatorOf(), ids.member).call('GetContactInformation')).toMatchObject(
      refused(404, 'ResourceNotFoundException', 'No contact information found for the account.'),
    );
  });

  it('is not for a member that names itself', async () => {
    expect(
      await account(emulatorOf(), ids.member).call('GetContactInformation', { AccountId: ids.member }),
    ).toMatchObject(denial(ids.member, 'GetContactInformation'));
  });
});
