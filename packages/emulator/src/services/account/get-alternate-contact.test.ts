import { describe, expect, it } from 'vitest';
import { account } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { denial, invalid, mary, notFound } from './contacts.builder.ts';

describe('GetAlternateContact', () => {
  it('shows a contact with its type', async () => {
    const emulator = emulatorOf();
    const client = account(emulator, ids.member);
    await client.call('PutAlternateContact', { AlternateContactType: 'BILLING', ...mary });
    expect(await client.call('GetAlternateContact', { AlternateContactType: 'BILLING' })).toMatchObject({
      status: 200,
      body: { AlternateContact: { ...mary, AlternateContactType: 'BILLING' } },
    });
  });

  it('answers 404 while the contact is not set', async () => {
    const client = account(emulatorOf(), ids.member);
    await client.call('PutAlternateContact', { AlternateContactType: 'BILLING', ...mary });
    expect(await client.call('GetAlternateContact', { AlternateContactType: 'SECURITY' })).toMatchObject(notFound);
  });

  it('carries a request id', async () => {
    const { headers } = await account(emulatorOf(), ids.member).call('GetAlternateContact', {
      AlternateContactType: 'SECURITY',
    });
    expect(headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(['security', 'Billing', 'OTHER', '', 'toString'])(
    'denies the type %j with 403, not with 400',
    async (type) => {
      expect(
        await account(emulatorOf(), ids.member).call('GetAlternateContact', { AlternateContactType: type }),
      ).toMatchObject(denial(ids.member, 'GetAlternateContact', ' (You specified an invalid Alternate Contact type.)'));
    },
  );

  it('needs a type', async () => {
    expect(await account(emulatorOf(), ids.member).call('GetAlternateContact')).toMatchObject(
      invalid('[object has missing required properties (["AlternateContactType"])]'),
    );
  });

  it('works on an account that is suspended', async () => {
    const reply = await account(emulatorOf(), ids.management).call('GetAlternateContact', {
      AlternateContactType: 'SECURITY',
      AccountId: ids.suspended,
    });
    expect(reply).toMatchObject(notFound);
  });
});
