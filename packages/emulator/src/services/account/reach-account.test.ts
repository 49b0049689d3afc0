import { describe, expect, it } from 'vitest';
import { account } from '../../client.builder.ts';
import { createEmulator, type Emulator } from '../../create-emulator.ts';
import { emulatorOf, ids, smallWorld } from '../../world/worlds.builder.ts';
import { denial, invalid, mary, notFound, office } from './contacts.builder.ts';

const operations = ['GetAlternateContact', 'PutAlternateContact', 'DeleteAlternateContact'] as const;
const read = { ...mary, AlternateContactType: 'SECURITY' };

const trustedOff = () => emulatorOf({ world: smallWorld({ trustedServices: [], delegatedAdministrators: [] }) });
const trustHint = ' (Your organization must first enable trusted access with AWS Account Management.)';
const standaloneHint =
  ' (The management account can only be managed using the standalone context from the management account.)';

/** Asks whether a read gets through to the contact, which is not set. */
const reach = (emulator: Emulator, caller: string, target?: string) =>
  account(emulator, caller).call('GetAlternateContact', {
    AlternateContactType: 'SECURITY',
    ...(target !== undefined && { AccountId: target }),
  });

describe('who reaches which account', () => {
  it.each([
    ['the management account, its own without naming it', ids.management, undefined],
    ['the management account, a member', ids.management, ids.member],
    ['the management account, the delegated administrator', ids.management, ids.delegated],
    ['the management account, a member whose id begins with a zero', ids.management, ids.suspended],
    ['the delegated administrator, its own without naming it', ids.delegated, undefined],
    ['the delegated administrator, its own by name', ids.delegated, ids.delegated],
    ['the delegated administrator, a member', ids.delegated, ids.member],
    ['a member, its own without naming it', ids.member, undefined],
    ['an account outside any organization, its own', ids.outsider, undefined],
  ])('%s', async (_, caller, target) => {
    expect(await reach(emulatorOf(), caller, target)).toMatchObject(notFound);
  });

  it.each([
    ['a member names itself', ids.member, ids.member],
    ['a member names another member', ids.member, ids.suspended],
    ['a member names the management account', ids.member, ids.management],
    ['an account outside any organization names itself', ids.outsider, ids.outsider],
    ['an account outside any organization names a member', ids.outsider, ids.member],
    ['the management account names an account that is not a member', ids.management, ids.outsider],
    ['the management account names an account that nobody has', ids.management, ids.unknown],
    ['the delegated administrator names an account that nobody has', ids.delegated, ids.unknown],
  ])('nobody gets through when %s: the denial is bare', async (_, caller, target) => {
    expect(await reach(emulatorOf(), caller, target)).toMatchObject(denial(caller, 'GetAlternateContact'));
  });

  it.each(operations)(
    '%s of the management account, named by itself or by the delegate, is for the standalone context',
    async (operation) => {
      const emulator = emulatorOf();
      for (const caller of [ids.management, ids.delegated]) {
        expect(await account(emulator, caller).call(operation, { ...read, AccountId: ids.management })).toMatchObject(
          denial(caller, operation, standaloneHint),
        );
      }
    },
  );

  it.each(operations)('%s in the organization context needs trusted access, whatever the target', async (operation) => {
    const emulator = trustedOff();
    for (const target of [ids.member, ids.management, ids.unknown]) {
      expect(await account(emulator, ids.management).call(operation, { ...read, AccountId: target })).toMatchObject(
        denial(ids.management, operation, trustHint),
      );
    }
  });

  it('denies members barely whether trusted access is on or off', async () => {
    for (const emulator of [emulatorOf(), trustedOff()])
      expect(await reach(emulator, ids.member, ids.member)).toMatchObject(denial(ids.member, 'GetAlternateContact'));
  });

  it('leaves the standalone context alone while trusted access is off', async () => {
    expect(await reach(trustedOff(), ids.member)).toMatchObject(notFound);
    expect(await reach(trustedOff(), ids.management)).toMatchObject(notFound);
  });

  it('asks for trusted access in an organization of consolidated billing, where there is none to be had', async () => {
    const world = smallWorld({ featureSet: 'CONSOLIDATED_BILLING', trustedServices: [], delegatedAdministrators: [] });
    expect(await reach(emulatorOf({ world }), ids.management, ids.member)).toMatchObject(
      denial(ids.management, 'GetAlternateContact', trustHint),
    );
  });

  it('denies barely where there is no organization', async () => {
    const emulator = createEmulator({ empty: true, account: ids.member });
    expect(await reach(emulator, ids.member)).toMatchObject(notFound);
    expect(await reach(emulator, ids.member, ids.member)).toMatchObject(denial(ids.member, 'GetAlternateContact'));
  });

  it('gives a delegated administrator of another service no access to contacts', async () => {
    const since = '2026-01-01T00:00:00.000Z';
    const world = smallWorld({
      delegatedAdministrators: [{ accountId: ids.delegated, service: 'config.amazonaws.com', since }],
    });
    expect(await reach(emulatorOf({ world }), ids.delegated, ids.member)).toMatchObject(
      denial(ids.delegated, 'GetAlternateContact'),
    );
  });

  it.each([
    'PutAccountName',
    'PutContactInformation',
    'EnableRegion',
    'StartPrimaryEmailUpdate',
    'SendPhoneNumberVerification',
  ])('%s is a write, which an account that is not active may be denied', async (operation) => {
    const input = {
      AccountId: ids.suspended,
      AccountName: 'new',
      ContactInformation: office,
      RegionName: 'af-south-1',
      PrimaryEmail: 'root@example.com',
    };
    const answerOf = (putOnInactive: string) =>
      account(emulatorOf({ behaviour: { putOnInactive } }), ids.management).call(operation, input);
    expect(await answerOf('deny')).toMatchObject(denial(ids.management, operation));
    expect((await answerOf('allow')).status).not.toBe(403);
  });

  it('takes an AccountId of null for none', async () => {
    const read = { AlternateContactType: 'SECURITY', AccountId: null };
    expect(await account(emulatorOf(), ids.member).call('GetAlternateContact', read)).toMatchObject(notFound);
  });

  it('trusts no service in an organization of consolidated billing, whatever it lists', async () => {
    const world = smallWorld({ featureSet: 'CONSOLIDATED_BILLING' });
    expect(await reach(emulatorOf({ world }), ids.delegated, ids.member)).toMatchObject(
      denial(ids.delegated, 'GetAlternateContact', trustHint),
    );
  });

  it('writes to the named account, and to no other', async () => {
    const emulator = emulatorOf();
    await account(emulator, ids.delegated).call('PutAlternateContact', { ...read, AccountId: ids.member });
    const withContact = emulator.snapshot().accounts.filter(({ contacts }) => contacts.SECURITY !== undefined);
    expect(withContact.map(({ id }) => id)).toEqual([ids.member]);
  });
});

describe('the order of the checks of a contact call', () => {
  const onlyOnce = { clock: { now: () => 0, sleep: async () => {} }, quotas: 'aws' } as const;

  it('is quota before validation', async () => {
    const client = account(emulatorOf(onlyOnce), ids.member);
    for (let call = 0; call < 8; call++)
      expect(await client.call('PutAlternateContact')).toMatchObject({ status: 400 });
    expect(await client.call('PutAlternateContact')).toMatchObject({
      status: 429,
      headers: { 'x-amzn-errortype': 'TooManyRequestsException' },
      body: { message: 'Too Many Requests' },
    });
  });

  it('is validation before context', async () => {
    expect(
      await account(emulatorOf(), ids.member).call('PutAlternateContact', { ...read, AccountId: ids.member, Name: '' }),
    ).toMatchObject(invalid('[string "" is too short (length: 0, required minimum: 1)]'));
  });

  it('is context before the contact type', async () => {
    const wrong = { AlternateContactType: 'security', AccountId: ids.member };
    expect(await account(emulatorOf(), ids.member).call('GetAlternateContact', wrong)).toMatchObject(
      denial(ids.member, 'GetAlternateContact'),
    );
  });

  it('is trusted access before the management account', async () => {
    expect(await reach(trustedOff(), ids.management, ids.management)).toMatchObject(
      denial(ids.management, 'GetAlternateContact', trustHint),
    );
  });

  it('is the contact type before what is stored', async () => {
    const reply = await account(emulatorOf(), ids.member).call('DeleteAlternateContact', { AlternateContactType: 'x' });
    expect(reply).toMatchObject({ status: 403 });
  });
});
