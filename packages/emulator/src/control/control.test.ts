import { describe, expect, it } from 'vitest';
import { account } from '../client.builder.ts';
import { createEmulator, type Emulator } from '../create-emulator.ts';
import { mary, office } from '../services/account/contacts.builder.ts';
import { worldWhere } from '../services/account/settings.builder.ts';
import { emulatorOf, ids, makeClock, smallWorld } from '../world/worlds.builder.ts';

const ask = async (emulator: Emulator, method: string, path: string, body?: unknown, host = '127.0.0.1:4571') => {
  const init = {
    method,
    headers: { host },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
  const answered = await emulator.fetch(new Request(`http://127.0.0.1:4571/_emulator/${path}`, init));
  return { status: answered.status, body: await answered.json() };
};

const put = (emulator: Emulator) =>
  account(emulator, ids.member).call('PutAlternateContact', { AlternateContactType: 'SECURITY', ...mary });

describe('the control address', () => {
  it('loads a world that is larger than any call may be', async () => {
    const emulator = createEmulator({ accounts: 4_000, quotas: 'off' });
    const world = emulator.snapshot();
    expect(JSON.stringify(world).length).toBeGreaterThan(1024 * 1024);
    expect(await ask(emulatorOf(), 'PUT', 'world', world)).toEqual({ status: 200, body: { ok: true } });
  });

  it('says that the emulator is well', async () => {
    expect(await ask(emulatorOf(), 'GET', 'health')).toEqual({ status: 200, body: { status: 'ok' } });
  });

  it('gives the world and takes it back', async () => {
    const emulator = emulatorOf();
    await put(emulator);
    const { body } = await ask(emulator, 'GET', 'world');
    expect(body).toEqual(emulator.snapshot());
    const other = emulatorOf();
    expect(await ask(other, 'PUT', 'world', body)).toEqual({ status: 200, body: { ok: true } });
    expect(other.snapshot()).toEqual(emulator.snapshot());
  });

  it.each([
    ['no JSON', '{', 'the file: Invalid input'],
    [
      'a world with a mistake',
      { ...smallWorld(), defaultAccountId: ids.unknown },
      'defaultAccountId: there is no account 777788889999',
    ],
  ])('refuses %s with what is wrong, and keeps its own', async (_, body, problem) => {
    const emulator = emulatorOf();
    const reply = await ask(emulator, 'PUT', 'world', body);
    expect(reply).toEqual({
      status: 400,
      body: { message: 'This is no world.', problems: [expect.stringContaining(problem)] },
    });
    expect(emulator.snapshot()).toEqual(smallWorld());
  });

  it('goes back to the world it began with, not to one that was loaded', async () => {
    const emulator = emulatorOf({ quotas: 'aws' });
    await ask(emulator, 'PUT', 'world', { ...smallWorld(), accounts: smallWorld().accounts.slice(0, 3) });
    for (let call = 0; call < 9; call++) await put(emulator);
    expect(await ask(emulator, 'POST', 'reset')).toEqual({ status: 200, body: { ok: true } });
    expect(emulator.snapshot()).toEqual(smallWorld());
    expect((await ask(emulator, 'GET', 'calls')).body).toEqual({ calls: [], counters: {} });
    expect((await put(emulator)).status).toBe(200);
  });

  it('shows the calls and forgets them', async () => {
    const emulator = emulatorOf();
    await put(emulator);
    expect((await ask(emulator, 'GET', 'calls')).body).toMatchObject({ counters: { 'PutAlternateContact ok': 1 } });
    expect(await ask(emulator, 'DELETE', 'calls')).toEqual({ status: 200, body: { ok: true } });
    expect((await ask(emulator, 'GET', 'calls')).body).toEqual({ calls: [], counters: {} });
  });

  it('shows the one-time codes that can still be used, the oldest first', async () => {
    const clock = makeClock();
    const emulator = emulatorOf({ clock, world: worldWhere(ids.member, { primaryContact: office }) });
    expect((await ask(emulator, 'GET', 'codes')).body).toEqual([]);
    await account(emulator, ids.member).call('SendPhoneNumberVerification');
    clock.advance(1000);
    const started = { AccountId: ids.delegated, PrimaryEmail: 'root@example.com' };
    await account(emulator, ids.management).call('StartPrimaryEmailUpdate', started);
    expect(await ask(emulator, 'GET', 'codes')).toEqual({
      status: 200,
      body: [
        {
          accountId: ids.member,
          kind: 'phone',
          to: office.PhoneNumber,
          code: expect.stringMatching(/^\d{6}$/),
          at: '2026-11-24T00:00:00.000Z',
          expires: '2026-11-24T00:05:00.000Z',
        },
        {
          accountId: ids.delegated,
          kind: 'primary-email',
          to: 'root@example.com',
          code: expect.stringMatching(/^[a-zA-Z0-9]{6}$/),
          at: '2026-11-24T00:00:01.000Z',
        },
      ],
    });
    clock.advance(299_000);
    expect((await ask(emulator, 'GET', 'codes')).body).toMatchObject([{ kind: 'primary-email' }]);
  });

  it('takes faults, shows what is left of them, and forgets them', async () => {
    const emulator = emulatorOf();
    const rule = { operation: 'PutAlternateContact', error: 'InternalServer', times: 2 };
    expect(await ask(emulator, 'PUT', 'faults', [rule])).toEqual({ status: 200, body: { ok: true } });
    expect((await put(emulator)).status).toBe(500);
    expect((await ask(emulator, 'GET', 'faults')).body).toEqual([{ ...rule, times: 1 }]);
    expect(await ask(emulator, 'DELETE', 'faults')).toEqual({ status: 200, body: { ok: true } });
    expect((await put(emulator)).status).toBe(200);
    expect((await ask(emulator, 'GET', 'faults')).body).toEqual([]);
  });

  it.each([
    ['{', ': Invalid input'],
    [{}, ': Invalid input'],
    [[{ operation: 'GetAlternateContact', error: 'Nothing' }], '0.error: Invalid option'],
  ])('refuses the faults %j', async (body, message) => {
    const reply = await ask(emulatorOf(), 'PUT', 'faults', body);
    expect(reply).toEqual({ status: 400, body: { message: expect.stringContaining(message) } });
  });

  it('says what there is when asked for something else', async () => {
    for (const [method, path] of [
      ['GET', 'nothing'],
      ['POST', 'world'],
      ['GET', 'toString'],
      ['GET', ''],
    ] as const)
      expect(await ask(emulatorOf(), method, path)).toEqual({
        status: 404,
        body: { message: expect.stringContaining('There is GET health, POST reset, GET world, PUT world,') },
      });
  });

  it.each(['127.0.0.1', '127.0.0.1:4571', '127.1.2.3:1', 'localhost', 'localhost:4571', '[::1]:4571'])(
    'answers to %s',
    async (host) => {
      expect((await ask(emulatorOf(), 'GET', 'health', undefined, host)).status).toBe(200);
    },
  );

  it.each([
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example:4571',
    'evil.example:127',
    '10.0.0.1',
    '127.0.0.1:80@evil.example',
  ])('refuses the foreign host %s', async (host) => {
    const emulator = emulatorOf();
    expect(await ask(emulator, 'POST', 'reset', undefined, host)).toEqual({
      status: 403,
      body: { message: 'The control address is for this machine only.' },
    });
  });

  it('needs no signature and is not logged', async () => {
    const emulator = emulatorOf();
    await ask(emulator, 'GET', 'world');
    expect((await ask(emulator, 'GET', 'calls')).body).toEqual({ calls: [], counters: {} });
  });
});
