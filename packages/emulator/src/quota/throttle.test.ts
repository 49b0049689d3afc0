import { describe, expect, it } from 'vitest';
import { account, organizations, sts } from '../client.builder.ts';
import { emulatorOf, ids, makeClock, smallWorld } from '../world/worlds.builder.ts';
import { makeThrottle, parseQuotaChoice, type QuotaChoice } from './throttle.ts';

const burstOf = (choice: QuotaChoice, operation: string): number => {
  const throttle = makeThrottle(choice);
  let calls = 0;
  while (calls < 1000 && throttle.allows(operation, ids.member, 'o-exampleorgid', 0)) calls++;
  return calls;
};

describe('quotas', () => {
  it.each([
    ['aws', 'GetAlternateContact', 15],
    ['aws-cn', 'GetAlternateContact', 5],
    ['x10', 'GetAlternateContact', 150],
    ['x0.1', 'GetAlternateContact', 1],
    ['x0.1', 'CreateOrganization', 1],
    ['off', 'GetAlternateContact', 1000],
    ['aws', 'SomethingElse', 1000],
  ] as const)('%s allow so many calls of %s at once: %d', (choice, operation, calls) => {
    expect(burstOf(choice, operation)).toBe(calls);
  });

  it('come back with time', () => {
    const throttle = makeThrottle('aws');
    const ask = (now: number) => throttle.allows('PutAlternateContact', ids.member, undefined, now);
    expect(Array.from({ length: 9 }, () => ask(0)).filter(Boolean)).toHaveLength(8);
    expect(ask(199)).toBe(false);
    expect(ask(200)).toBe(true);
    expect(ask(200)).toBe(false);
    expect(Array.from({ length: 9 }, () => ask(60_000)).filter(Boolean)).toHaveLength(8);
  });

  it('do not mind a clock that goes back', () => {
    const throttle = makeThrottle('aws');
    for (let call = 0; call < 8; call++) throttle.allows('PutAlternateContact', ids.member, undefined, 10_000);
    expect(throttle.allows('PutAlternateContact', ids.member, undefined, 0)).toBe(false);
    expect(throttle.allows('PutAlternateContact', ids.member, undefined, 10_200)).toBe(true);
  });

  it('are counted for each calling account and operation by itself', async () => {
    const emulator = emulatorOf({ quotas: 'aws' });
    const get = (caller: string, operation: string) =>
      account(emulator, caller).call(operation, { AlternateContactType: 'SECURITY' });
    for (let call = 0; call < 15; call++) await get(ids.member, 'GetAlternateContact');
    expect(await get(ids.member, 'GetAlternateContact')).toMatchObject({ status: 429 });
    expect(await get(ids.management, 'GetAlternateContact')).toMatchObject({ status: 404 });
    expect(await get(ids.member, 'DeleteAlternateContact')).toMatchObject({ status: 404 });
  });

  it('are the caller’s, whatever account is the target', async () => {
    const client = account(emulatorOf({ quotas: 'aws' }), ids.management);
    const read = { AlternateContactType: 'SECURITY' };
    for (let call = 0; call < 15; call++)
      await client.call('GetAlternateContact', { ...read, AccountId: call % 2 ? ids.member : ids.delegated });
    expect(await client.call('GetAlternateContact', { ...read, AccountId: ids.suspended })).toMatchObject({
      status: 429,
    });
  });

  it('hold for the organization too, whoever calls', async () => {
    const emulator = emulatorOf({ quotas: 'aws' });
    const list = (caller: string) => organizations(emulator, caller).call('ListAccounts');
    for (let call = 0; call < 12; call++) expect(await list(ids.management)).toMatchObject({ status: 200 });
    for (let call = 0; call < 3; call++) expect(await list(ids.delegated)).toMatchObject({ status: 200 });
    expect(await list(ids.delegated)).toEqual({
      status: 400,
      headers: expect.anything(),
      body: { __type: 'TooManyRequestsException', Message: 'Too Many Requests', Type: 'RATE_LIMIT_EXCEEDED' },
    });
  });

  it('are no matter of an account outside any organization for those inside', async () => {
    const clock = makeClock();
    const emulator = emulatorOf({ quotas: 'aws', clock });
    for (let call = 0; call < 3; call++) await organizations(emulator, ids.outsider).call('ListRoots');
    expect(await organizations(emulator, ids.management).call('ListRoots')).toMatchObject({ status: 200 });
    expect(await organizations(emulator, ids.delegated).call('ListRoots')).toMatchObject({ status: 200 });
    expect(await organizations(emulator, ids.delegated).call('ListRoots')).toMatchObject({ status: 200 });
  });

  it('come back with the clock of the emulator', async () => {
    const clock = makeClock();
    const client = organizations(emulatorOf({ quotas: 'aws', clock, world: smallWorld() }), ids.management);
    await client.call('DescribeOrganization');
    await client.call('DescribeOrganization');
    expect(await client.call('DescribeOrganization')).toMatchObject({ status: 400 });
    clock.advance(1000);
    expect(await client.call('DescribeOrganization')).toMatchObject({ status: 200 });
  });

  it('leave GetCallerIdentity alone', async () => {
    const emulator = emulatorOf({ quotas: 'aws' });
    for (let call = 0; call < 100; call++) expect((await sts(emulator, ids.member)).status).toBe(200);
  });

  it.each([
    ['aws', 'aws'],
    ['aws-cn', 'aws-cn'],
    ['off', 'off'],
    ['x10', 'x10'],
    ['x0.5', 'x0.5'],
    ['x0', undefined],
    ['10', undefined],
    ['x', undefined],
    ['x-1', undefined],
    ['AWS', undefined],
    ['', undefined],
  ])('are read from %j as %s', (text, choice) => {
    expect(parseQuotaChoice(text)).toBe(choice);
  });
});
