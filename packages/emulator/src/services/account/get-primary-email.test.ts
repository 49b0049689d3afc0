import { describe, expect, it } from 'vitest';
import { account } from '../../client.builder.ts';
import { emulatorOf, ids, smallWorld } from '../../world/worlds.builder.ts';
import { denial, invalid } from './contacts.builder.ts';

const read = (caller: string, AccountId?: string, world = smallWorld()) =>
  account(emulatorOf({ world }), caller).call('GetPrimaryEmail', { ...(AccountId !== undefined && { AccountId }) });

describe('GetPrimaryEmail', () => {
  it.each([ids.management, ids.delegated])('shows %s the address of a member', async (caller) => {
    const reply = await read(caller, ids.member);
    expect(reply).toMatchObject({ status: 200 });
    expect(reply.body).toEqual({ PrimaryEmail: 'aws+payments@example.com' });
  });

  it('is for the organization context only', async () => {
    const missing = invalid('[object has missing required properties (["AccountId"])]');
    expect(await read(ids.management)).toMatchObject(missing);
    expect(await read(ids.member)).toMatchObject(missing);
  });

  it('tells the management account that names itself less than other operations do', async () => {
    for (const caller of [ids.management, ids.delegated])
      expect(await read(caller, ids.management)).toMatchObject(denial(caller, 'GetPrimaryEmail', ' (Access Denied)'));
  });

  it('is not for members', async () => {
    expect(await read(ids.member, ids.member)).toMatchObject(denial(ids.member, 'GetPrimaryEmail'));
  });

  it('needs trusted access', async () => {
    const world = smallWorld({ trustedServices: [], delegatedAdministrators: [] });
    expect(await read(ids.management, ids.member, world)).toMatchObject(
      denial(
        ids.management,
        'GetPrimaryEmail',
        ' (Your organization must first enable trusted access with AWS Account Management.)',
      ),
    );
  });
});
