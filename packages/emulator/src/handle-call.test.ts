import { describe, expect, it } from 'vitest';
import { account, organizations } from './client.builder.ts';
import type { Emulator } from './create-emulator.ts';
import type { SentCode } from './services/account/codes.ts';
import { mary } from './services/account/contacts.builder.ts';
import { accountOperations } from './services/account/index.ts';
import type { World, WorldAccount } from './world/world-file.ts';
import { emulatorOf, ids, makeClock, smallWorld } from './world/worlds.builder.ts';

const security = { AlternateContactType: 'SECURITY' };
const delay = 60_000;

const address = {
  FullName: 'Mary Major',
  AddressLine1: '123 Any Street',
  City: 'Any Town',
  StateOrRegion: 'WA',
  PostalCode: '98101',
  CountryCode: 'US',
  PhoneNumber: '+12065550100',
};

/** The small world, its member filled with everything that can be read. */
const fullWorld = (): World => {
  const world = smallWorld();
  const more: Partial<WorldAccount> = {
    primaryContact: address,
    contacts: { SECURITY: mary },
    govCloud: { accountId: '555566667777', state: 'ACTIVE' },
    primaryEmailUpdate: {
      email: 'old@example.com',
      otp: '123456',
      status: 'COMPLETED',
      updatedAt: '2026-11-01T00:00:00.000Z',
      starts: [],
    },
  };
  return { ...world, accounts: world.accounts.map((each) => (each.id === ids.member ? { ...each, ...more } : each)) };
};

/** What each read sees, and a write that changes it: a read that is missing here is untested. */
const target = { AccountId: ids.member };
const region = { ...target, RegionName: 'af-south-1' };
const changes: Readonly<Record<string, readonly [read: object, write: string, input: object]>> = {
  GetAlternateContact: [{ ...target, ...security }, 'DeleteAlternateContact', { ...target, ...security }],
  GetContactInformation: [
    target,
    'PutContactInformation',
    { ...target, ContactInformation: { ...address, City: 'Other Town' } },
  ],
  GetAccountInformation: [target, 'PutAccountName', { ...target, AccountName: 'renamed' }],
  GetPrimaryEmailUpdateStatus: [target, 'StartPrimaryEmailUpdate', { ...target, PrimaryEmail: 'new@example.com' }],
  GetRegionOptStatus: [region, 'EnableRegion', region],
  ListRegions: [{ ...target, RegionOptStatusContains: ['ENABLING'] }, 'EnableRegion', region],
};

/** Reads of what no operation of Account Management changes by itself. */
const unchangeable = ['GetPrimaryEmail', 'GetGovCloudAccountInformation'];

const bodyOf = async (emulator: Emulator, operation: string, input: object) => {
  const { body, status } = await account(emulator, ids.management).call(operation, { ...input });
  return { body, status };
};

describe('a read of Account Management that is behind', () => {
  it('is tested for every read', () => {
    const reads = accountOperations.map(({ name }) => name).filter((name) => /^(Get|List)/.test(name));
    expect([...Object.keys(changes), ...unchangeable].toSorted()).toEqual(reads.toSorted());
  });

  it.each(Object.entries(changes))('%s shows a write when the delay is over, and not before', async (name, change) => {
    const [read, write, input] = change;
    const clock = makeClock();
    const emulator = emulatorOf({ clock, world: fullWorld(), consistencyDelay: delay });
    const before = await bodyOf(emulator, name, read);
    expect(before.status).toBe(200);
    expect((await bodyOf(emulator, write, input)).status).toBe(200);
    expect(await bodyOf(emulator, name, read)).toEqual(before);
    clock.advance(delay - 1);
    expect(await bodyOf(emulator, name, read)).toEqual(before);
    clock.advance(1);
    expect(await bodyOf(emulator, name, read)).not.toEqual(before);
  });

  it.each(Object.entries(changes))('%s can be stale once', async (name, change) => {
    const [read, write, input] = change;
    const faults = [{ operation: name, error: 'StaleRead', times: 1, after: 1 }] as const;
    const emulator = emulatorOf({ world: fullWorld(), faults });
    const before = await bodyOf(emulator, name, read);
    await bodyOf(emulator, write, input);
    expect(await bodyOf(emulator, name, read)).toEqual(before);
    expect(await bodyOf(emulator, name, read)).not.toEqual(before);
  });

  it('GetPrimaryEmail shows an accepted address when the delay is over', async () => {
    const clock = makeClock();
    const emulator = emulatorOf({ clock, world: fullWorld(), consistencyDelay: delay });
    const old = await bodyOf(emulator, 'GetPrimaryEmail', target);
    await bodyOf(emulator, 'StartPrimaryEmailUpdate', { ...target, PrimaryEmail: 'new@example.com' });
    const codes = await emulator.fetch(new Request('http://127.0.0.1/_emulator/codes'));
    const [sent] = (await codes.json()) as readonly SentCode[];
    const Otp = sent?.code;
    const accept = { ...target, PrimaryEmail: 'new@example.com', Otp };
    expect((await bodyOf(emulator, 'AcceptPrimaryEmailUpdate', accept)).status).toBe(200);
    expect(await bodyOf(emulator, 'GetPrimaryEmail', target)).toEqual(old);
    clock.advance(delay);
    expect((await bodyOf(emulator, 'GetPrimaryEmail', target)).body).toEqual({ PrimaryEmail: 'new@example.com' });
  });

  it('shows what comes about with time as late as what was written', async () => {
    const clock = makeClock();
    const emulator = emulatorOf({ clock, world: fullWorld(), consistencyDelay: delay });
    const prompt = emulatorOf({ clock, world: fullWorld() });
    const statusOf = async (one: Emulator) => (await bodyOf(one, 'GetRegionOptStatus', region)).body['RegionOptStatus'];
    for (const each of [emulator, prompt]) await bodyOf(each, 'EnableRegion', region);
    const seen: unknown[] = [];
    const late: unknown[] = [];
    for (let minute = 0; minute < 10; minute++) {
      seen.push(await statusOf(prompt));
      late.push(await statusOf(emulator));
      // Whoever looks at the world does not make reads of AWS see more.
      emulator.snapshot();
      clock.advance(delay);
    }
    expect(seen.at(-1)).toBe('ENABLED');
    expect(late).toEqual(['DISABLED', ...seen.slice(0, -1)]);
  });

  it('sees each of several writes at its own time', async () => {
    const clock = makeClock();
    const emulator = emulatorOf({ clock, consistencyDelay: 5000 });
    const put = (Title: string) => bodyOf(emulator, 'PutAlternateContact', { ...target, ...security, ...mary, Title });
    const titleOf = async () => {
      const { body } = await bodyOf(emulator, 'GetAlternateContact', { ...target, ...security });
      // What is there has four texts.
      return (body['AlternateContact'] as { Title: string } | undefined)?.Title;
    };
    const seen: unknown[] = [];
    for (const title of ['first', 'second', 'third', undefined, undefined, undefined, undefined, undefined]) {
      if (title !== undefined) await put(title);
      seen.push(await titleOf());
      clock.advance(1000);
    }
    expect(seen).toEqual([undefined, undefined, undefined, undefined, undefined, 'first', 'second', 'third']);
  });

  it('is not confused by what other services do to the same account', async () => {
    const clock = makeClock();
    const emulator = emulatorOf({ clock, consistencyDelay: delay });
    const admin = organizations(emulator, ids.management);
    await admin.call('TagResource', { ResourceId: ids.member, Tags: [{ Key: 'a', Value: 'b' }] });
    await bodyOf(emulator, 'PutAlternateContact', { ...target, ...security, ...mary });
    await admin.call('TagResource', { ResourceId: ids.member, Tags: [] });
    const read = () => bodyOf(emulator, 'GetAlternateContact', { ...target, ...security });
    expect((await read()).status).toBe(404);
    clock.advance(delay);
    expect((await read()).status).toBe(200);
  });
});

describe('a write while reads are behind', () => {
  it('is judged by what is there now', async () => {
    const emulator = emulatorOf({ consistencyDelay: delay });
    const remove = () => bodyOf(emulator, 'DeleteAlternateContact', { ...target, ...security });
    expect((await remove()).status).toBe(404);
    await bodyOf(emulator, 'PutAlternateContact', { ...target, ...security, ...mary });
    expect((await remove()).status).toBe(200);
    expect((await remove()).status).toBe(404);
  });

  it('that is refused is no write', async () => {
    const emulator = emulatorOf({ faults: [{ operation: 'GetAlternateContact', error: 'StaleRead' }] });
    const contact = { ...target, ...security };
    await bodyOf(emulator, 'PutAlternateContact', { ...contact, ...mary });
    await bodyOf(emulator, 'PutAlternateContact', { ...contact, ...mary, Title: 'Second' });
    await bodyOf(emulator, 'PutAlternateContact', { ...contact, ...mary, Title: '' });
    await bodyOf(emulator, 'DeleteAlternateContact', { ...target, AlternateContactType: 'BILLING' });
    const { body } = await bodyOf(emulator, 'GetAlternateContact', contact);
    expect(body['AlternateContact']).toMatchObject({ Title: mary.Title });
  });

  it.each(['reset', 'another world'])('is forgotten with %s', async (how) => {
    const emulator = emulatorOf({ consistencyDelay: delay });
    const contact = { ...target, ...security };
    await bodyOf(emulator, 'PutAlternateContact', { ...contact, ...mary });
    const init = { method: 'PUT', body: JSON.stringify(fullWorld()) };
    if (how === 'reset') emulator.reset();
    else await emulator.fetch(new Request('http://127.0.0.1/_emulator/world', init));
    const { status } = await bodyOf(emulator, 'GetAlternateContact', contact);
    expect(status).toBe(how === 'reset' ? 404 : 200);
  });

  it('shows at once in the world itself', async () => {
    const emulator = emulatorOf({ consistencyDelay: delay });
    await bodyOf(emulator, 'PutAlternateContact', { ...target, ...security, ...mary });
    expect(emulator.snapshot().accounts.find(({ id }) => id === ids.member)?.contacts.SECURITY).toEqual(mary);
  });
});
