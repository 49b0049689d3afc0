import { describe, expect, it } from 'vitest';
import { account, organizations, sts } from './client.builder.ts';
import type { Clock } from './clock.ts';
import { createEmulator, type Emulator } from './create-emulator.ts';
import { mary } from './services/account/contacts.builder.ts';
import { emulatorOf, ids, makeClock, smallWorld } from './world/worlds.builder.ts';

const security = { AlternateContactType: 'SECURITY' };

describe('createEmulator', () => {
  it('keeps several worlds side by side', async () => {
    const [one, other] = [emulatorOf(), emulatorOf()];
    await account(one, ids.member).call('PutAlternateContact', { ...security, ...mary });
    expect(one.snapshot()).not.toEqual(other.snapshot());
    expect(other.snapshot()).toEqual(smallWorld());
  });

  it('leaves the world that it was given alone, and does not follow its changes', async () => {
    const world = smallWorld();
    const emulator = emulatorOf({ world });
    await account(emulator, ids.member).call('PutAlternateContact', { ...security, ...mary });
    expect(world).toEqual(smallWorld());
    world.accounts.length = 1;
    emulator.reset();
    expect(emulator.snapshot()).toEqual(smallWorld());
  });

  it('gives a snapshot that no later call changes', async () => {
    const emulator = emulatorOf();
    const before = emulator.snapshot();
    await account(emulator, ids.member).call('PutAlternateContact', { ...security, ...mary });
    expect(before).toEqual(smallWorld());
  });

  it('waits before each answer of AWS, by its clock, and not at its own address', async () => {
    const clock = makeClock(0);
    const emulator = emulatorOf({ clock, latency: 40 });
    await organizations(emulator, ids.member).call('DescribeOrganization');
    await sts(emulator, ids.member);
    await emulator.fetch(new Request('http://127.0.0.1/_emulator/health'));
    expect(clock.now()).toBe(80);
  });

  it('waits now longer, now shorter, the same for the same seed and after a reset', async () => {
    const waits = async (emulator: Emulator, clock: Clock): Promise<readonly number[]> => {
      const times = [clock.now()];
      for (let call = 0; call < 20; call++) {
        await sts(emulator, ids.member);
        times.push(clock.now());
      }
      return times.slice(1).map((time, index) => time - (times[index] ?? 0));
    };
    const [clock, other] = [makeClock(0), makeClock(0)];
    const emulator = emulatorOf({ clock, latency: [10, 90], faultSeed: 4 });
    const found = await waits(emulator, clock);
    expect(new Set(found).size).toBeGreaterThan(10);
    expect(Math.min(...found)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...found)).toBeLessThanOrEqual(90);
    expect(await waits(emulatorOf({ clock: other, latency: [10, 90], seed: 4 }), other)).toEqual(found);
    emulator.reset();
    expect(await waits(emulator, clock)).toEqual(found);
  });

  it.each([
    [{ latency: -1 }, 'A latency is a whole number of milliseconds from 0 to 60000, or the least and the most'],
    [{ latency: [5, 1] as const }, 'and not [5,1].'],
    [{ consistencyDelay: 0.5 }, 'A consistency delay is a whole number of milliseconds from 0 on, and not 0.5.'],
  ])('refuses %j', (options, message) => {
    expect(() => createEmulator(options)).toThrow(message);
  });

  it.each([
    [{ empty: true }, '111122223333'],
    [{ empty: true, account: '012345678901' }, '012345678901'],
  ])('can begin with one account and no organization: %j', (options, id) => {
    expect(createEmulator(options).snapshot()).toMatchObject({ defaultAccountId: id, units: [], accounts: [{ id }] });
  });

  it('refuses a behaviour that is none', () => {
    expect(() => createEmulator({ behaviour: { emptyPages: 'always' } })).toThrow('The behaviour emptyPages cannot be');
  });

  it('refuses a fault for an operation that is none', () => {
    expect(() => createEmulator({ faults: [{ operation: 'GetContact', error: 'AccessDenied' }] })).toThrow(
      'These are no fault rules: 0.operation: the emulator has no operation of this name',
    );
  });

  it('has the quotas of AWS where nothing is said', async () => {
    const client = organizations(createEmulator({ world: smallWorld(), clock: makeClock() }), ids.management);
    for (let call = 0; call < 2; call++) await client.call('DescribeOrganization');
    expect((await client.call('DescribeOrganization')).status).toBe(400);
  });

  it('answers its own mistake with 500 over a socket, and goes on', async () => {
    let isBroken = false;
    const now = (): number => {
      if (isBroken) throw new Error('The clock stands on its head.');
      return 0;
    };
    const emulator = emulatorOf({ clock: { now, sleep: async () => {} } });
    const { url } = await emulator.listen();
    isBroken = true;
    const answered = await fetch(`${url}/_emulator/world`);
    expect(answered.status).toBe(500);
    expect(await answered.json()).toEqual({ message: 'The emulator made a mistake: The clock stands on its head.' });
    isBroken = false;
    expect((await fetch(`${url}/_emulator/world`)).status).toBe(200);
    await emulator.close();
  });
});
