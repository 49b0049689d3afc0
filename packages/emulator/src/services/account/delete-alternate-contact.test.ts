import { describe, expect, it } from 'vitest';
import { account } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { denial, invalid, mary, notFound } from './contacts.builder.ts';

const security = { AlternateContactType: 'SECURITY' };

describe('DeleteAlternateContact', () => {
  it('answers 200 with an empty object, and the contact is gone', async () => {
    const client = account(emulatorOf(), ids.member);
    await client.call('PutAlternateContact', { ...security, ...mary });
    expect(await client.call('DeleteAlternateContact', security)).toMatchObject({ status: 200, body: {} });
    expect(await client.call('GetAlternateContact', security)).toMatchObject(notFound);
  });

  it('answers 404 to what is absent, and to the second of two deletes', async () => {
    const client = account(emulatorOf(), ids.member);
    expect(await client.call('DeleteAlternateContact', security)).toMatchObject(notFound);
    await client.call('PutAlternateContact', { ...security, ...mary });
    await client.call('DeleteAlternateContact', security);
    expect(await client.call('DeleteAlternateContact', security)).toMatchObject(notFound);
  });

  it('leaves the other types alone', async () => {
    const client = account(emulatorOf(), ids.member);
    await client.call('PutAlternateContact', { ...security, ...mary });
    await client.call('PutAlternateContact', { AlternateContactType: 'BILLING', ...mary });
    await client.call('DeleteAlternateContact', { AlternateContactType: 'BILLING' });
    expect(await client.call('GetAlternateContact', security)).toMatchObject({ status: 200 });
  });

  it('denies a type in another case', async () => {
    const reply = await account(emulatorOf(), ids.member).call('DeleteAlternateContact', {
      AlternateContactType: 'security',
    });
    expect(reply).toMatchObject(
      denial(ids.member, 'DeleteAlternateContact', ' (You specified an invalid Alternate Contact type.)'),
    );
  });

  it('refuses an account id that is none', async () => {
    const reply = await account(emulatorOf(), ids.management).call('DeleteAlternateContact', {
      ...security,
      AccountId: '44445555666',
    });
    expect(reply).toMatchObject(invalid('[ECMA 262 regex "^\\d{12}$" does not match input string "44445555666"]'));
  });
});
