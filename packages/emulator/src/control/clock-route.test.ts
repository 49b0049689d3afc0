import { describe, expect, it } from 'vitest';
import { account, organizations, signedAs, sts } from '../client.builder.ts';
import type { Emulator } from '../create-emulator.ts';
import { mary } from '../services/account/contacts.builder.ts';
import { emulatorOf, ids, makeClock } from '../world/worlds.builder.ts';

const ask = async (emulator: Emulator, body?: unknown) => {
  const init =
    body === undefined ? {} : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) };
  const reply = await emulator.fetch(new Request('http://127.0.0.1/_emulator/clock', init));
  return { status: reply.status, body: await reply.json() };
};

describe('the clock at the control address', () => {
  it('says what time it is, and goes with the clock below', async () => {
    const clock = makeClock();
    const emulator = emulatorOf({ clock });
    expect(await ask(emulator)).toEqual({ status: 200, body: { now: '2026-11-24T00:00:00.000Z', offset: 0 } });
    clock.advance(1500);
    expect((await ask(emulator)).body).toEqual({ now: '2026-11-24T00:00:01.500Z', offset: 0 });
  });

  it('is set on by so much, again and again', async () => {
    const clock = makeClock();
    const emulator = emulatorOf({ clock });
    const later = { now: '2026-11-24T00:01:00.000Z', offset: 60_000 };
    expect(await ask(emulator, { advance: 60_000 })).toEqual({ status: 200, body: later });
    expect((await ask(emulator, { advance: 0 })).body).toEqual(later);
    clock.advance(1000);
    expect((await ask(emulator, { advance: 1000 })).body).toEqual({ now: '2026-11-24T00:01:02.000Z', offset: 61_000 });
  });

  it.each([
    ['2026-11-24T00:00:00Z', '2026-11-24T00:00:00.000Z'],
    ['2026-12-01T12:00:00.250Z', '2026-12-01T12:00:00.250Z'],
    ['2026-12-01T12:00+02:00', '2026-12-01T10:00:00.000Z'],
  ])('is set to %s', async (set, now) => {
    expect(await ask(emulatorOf(), { set })).toMatchObject({ status: 200, body: { now } });
  });

  it.each([
    [{ advance: -1 }, 'The clock says 2026-11-24T00:00:00.000Z and is never set back'],
    [{ set: '2026-11-23T23:59:59Z' }, 'The clock says 2026-11-24T00:00:00.000Z and is never set back'],
    [{ advance: 1e300 }, 'There is no time after 9999-01-01T00:00:00.000Z'],
    [{ advance: 3e14 }, 'There is no time after 9999-01-01T00:00:00.000Z'],
    [{}, 'Send {"advance": milliseconds} or {"set": "2026-11-24T12:00:00Z"}'],
    [{ advance: '5' }, 'Send {"advance"'],
    [{ advance: null }, 'Send {"advance"'],
    [{ advance: 1, set: '2026-12-01T12:00:00Z' }, 'Send {"advance"'],
    [{ advance: 1, by: 2 }, 'Send {"advance"'],
    [{ set: '2026-12-01' }, 'Send {"advance"'],
    [{ set: '2026-12-01T12:00:00' }, 'Send {"advance"'],
    [{ set: '2026-99-99T12:00:00Z' }, 'Send {"advance"'],
    [{ set: 1 }, 'Send {"advance"'],
    [[1], 'Send {"advance"'],
    ['{', 'Send {"advance"'],
    ['null', 'Send {"advance"'],
  ])('is not moved by %j', async (body, message) => {
    const emulator = emulatorOf();
    expect(await ask(emulator, body)).toEqual({ status: 400, body: { message: expect.stringContaining(message) } });
    expect((await ask(emulator)).body).toMatchObject({ offset: 0 });
  });

  it('is where it began after a reset', async () => {
    const emulator = emulatorOf();
    await ask(emulator, { advance: 5000 });
    emulator.reset();
    expect((await ask(emulator)).body).toEqual({ now: '2026-11-24T00:00:00.000Z', offset: 0 });
  });
});

describe('a clock that was set on', () => {
  const contacts = (emulator: Emulator) => account(emulator, ids.member);
  const security = { AlternateContactType: 'SECURITY' };

  it('ends creations', async () => {
    const emulator = emulatorOf();
    const admin = organizations(emulator, ids.management);
    const begun = await admin.call('CreateAccount', { Email: 'aws+new@example.com', AccountName: 'new' });
    expect(begun.body['CreateAccountStatus']).toMatchObject({ State: 'IN_PROGRESS' });
    await ask(emulator, { advance: 2000 });
    const { body } = await admin.call('ListCreateAccountStatus');
    expect(body['CreateAccountStatuses']).toMatchObject([{ State: 'SUCCEEDED' }]);
  });

  it('ends the transitions of Regions', async () => {
    const emulator = emulatorOf();
    const region = { RegionName: 'af-south-1' };
    await contacts(emulator).call('EnableRegion', region);
    expect((await contacts(emulator).call('GetRegionOptStatus', region)).body['RegionOptStatus']).toBe('ENABLING');
    await ask(emulator, { advance: 3_600_000 });
    expect((await contacts(emulator).call('GetRegionOptStatus', region)).body['RegionOptStatus']).toBe('ENABLED');
  });

  it('fills the buckets of the quotas', async () => {
    const emulator = emulatorOf({ quotas: 'aws' });
    const remove = async () => (await contacts(emulator).call('DeleteAlternateContact', security)).status;
    for (let call = 0; call < 6; call++) await remove();
    expect(await remove()).toBe(429);
    await ask(emulator, { advance: 1000 });
    expect([await remove(), await remove()]).toEqual([404, 429]);
  });

  it('ends role sessions', async () => {
    const emulator = emulatorOf();
    const role = `arn:aws:iam::${ids.member}:role/OrganizationAccountAccessRole`;
    const form = `Action=AssumeRole&Version=2011-06-15&RoleArn=${role}&RoleSessionName=deploy&DurationSeconds=900`;
    const { xml } = await sts(emulator, ids.management, form);
    const [, key = ''] = /<AccessKeyId>(.*)<\/AccessKeyId>/.exec(xml) ?? [];
    const [, token = ''] = /<SessionToken>(.*)<\/SessionToken>/.exec(xml) ?? [];
    const identify = async () => {
      const headers = {
        ...signedAs(key, 'sts'),
        'x-amz-security-token': token,
        'content-type': 'application/x-www-form-urlencoded',
      };
      const body = 'Action=GetCallerIdentity&Version=2011-06-15';
      return (await emulator.fetch(new Request('http://127.0.0.1/', { method: 'POST', headers, body }))).text();
    };
    expect(await identify()).toContain(':assumed-role/OrganizationAccountAccessRole/deploy<');
    await ask(emulator, { advance: 900_000 });
    expect(await identify()).toContain('<Code>ExpiredToken</Code>');
  });

  it('shows reads what was behind', async () => {
    const emulator = emulatorOf({ consistencyDelay: 60_000 });
    const read = async () => (await contacts(emulator).call('GetAlternateContact', security)).status;
    await contacts(emulator).call('PutAlternateContact', { ...security, ...mary });
    expect(await read()).toBe(404);
    await ask(emulator, { advance: 60_000 });
    expect(await read()).toBe(200);
  });

  it('is the time of the log and of every answer', async () => {
    const emulator = emulatorOf();
    await ask(emulator, { set: '2026-12-01T12:00:00Z' });
    const reply = await contacts(emulator).call('GetAlternateContact', security);
    expect(reply.headers['date']).toBe('Tue, 01 Dec 2026 12:00:00 GMT');
    const log = await emulator.fetch(new Request('http://127.0.0.1/_emulator/calls'));
    expect(await log.json()).toMatchObject({ calls: [{ at: Date.UTC(2026, 11, 1, 12) }] });
  });
});
