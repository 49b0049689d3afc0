import { describe, expect, it } from 'vitest';
import { account, organizations } from '../client.builder.ts';
import { mary } from '../services/account/contacts.builder.ts';
import { emulatorOf, ids, makeClock } from '../world/worlds.builder.ts';
import { makeCallLog } from './call-log.ts';

const arnOf = (id: string): string => `arn:aws:iam::${id}:user/administrator`;

const call = (operation: string, outcome = 'ok') => ({
  at: 0,
  service: 'account',
  operation,
  caller: ids.member,
  principal: arnOf(ids.member),
  account: null,
  outcome,
  status: 200,
  fault: null,
  parameters: null,
});

describe('the call log', () => {
  it('keeps the last calls in their order, and counts all', () => {
    const log = makeCallLog(3);
    for (const name of ['a', 'b', 'c', 'd', 'e', 'a', 'a']) log.add(call(name));
    expect(log.calls().map(({ seq, operation }) => `${seq} ${operation}`)).toEqual(['4 e', '5 a', '6 a']);
    expect(log.counters()).toEqual({ 'a ok': 3, 'b ok': 1, 'c ok': 1, 'd ok': 1, 'e ok': 1 });
  });

  it.each([0, 1, 2, 3, 4, 6, 7])('holds with room for 3 after %d calls', (count) => {
    const log = makeCallLog(3);
    for (let index = 0; index < count; index++) log.add(call('a'));
    const expected = Array.from({ length: count }, (_, index) => index).slice(-3);
    expect(log.calls().map(({ seq }) => seq)).toEqual(expected);
  });

  it('can keep none, and still counts', () => {
    const log = makeCallLog(0);
    log.add(call('a'));
    expect(log.calls()).toEqual([]);
    expect(log.counters()).toEqual({ 'a ok': 1 });
  });

  it('begins again when cleared', () => {
    const log = makeCallLog(3);
    log.add(call('a'));
    log.clear();
    expect([log.calls(), log.counters()]).toEqual([[], {}]);
    log.add(call('b'));
    expect(log.calls()).toEqual([{ seq: 0, ...call('b') }]);
  });

  it('shows who called what about which account, when, what came of it, and what a write sent', async () => {
    const clock = makeClock();
    const emulator = emulatorOf({ clock });
    const target = { AlternateContactType: 'SECURITY', AccountId: ids.member };
    await account(emulator, ids.management).call('GetAlternateContact', target);
    clock.advance(5);
    await account(emulator, ids.management).call('PutAlternateContact', { ...target, ...mary });
    await organizations(emulator, ids.member).call('ListAccounts');
    const reply = await emulator.fetch(new Request('http://127.0.0.1/_emulator/calls'));
    const at = clock.now();
    expect(await reply.json()).toEqual({
      calls: [
        {
          seq: 0,
          at: at - 5,
          service: 'account',
          operation: 'GetAlternateContact',
          caller: ids.management,
          principal: arnOf(ids.management),
          account: ids.member,
          outcome: 'ResourceNotFoundException',
          status: 404,
          fault: null,
          parameters: null,
        },
        {
          seq: 1,
          at,
          service: 'account',
          operation: 'PutAlternateContact',
          caller: ids.management,
          principal: arnOf(ids.management),
          account: ids.member,
          outcome: 'ok',
          status: 200,
          fault: null,
          parameters: { ...target, ...mary },
        },
        {
          seq: 2,
          at,
          service: 'organizations',
          operation: 'ListAccounts',
          caller: ids.member,
          principal: arnOf(ids.member),
          account: null,
          outcome: 'AccessDeniedException',
          status: 400,
          fault: null,
          parameters: null,
        },
      ],
      counters: {
        'GetAlternateContact ResourceNotFoundException': 1,
        'PutAlternateContact ok': 1,
        'ListAccounts AccessDeniedException': 1,
      },
    });
  });

  it('shows which ordered failure struck, and whether the call took effect', async () => {
    const emulator = emulatorOf({
      faults: [
        { operation: 'PutAlternateContact', error: 'InternalServer', times: 1 },
        { operation: 'PutAlternateContact', error: 'ConnectionReset', when: 'after' },
        { operation: 'GetAlternateContact', error: 'SlowBody', milliseconds: 10, times: 1 },
        { operation: 'GetAlternateContact', error: 'StaleRead' },
      ],
    });
    const client = account(emulator, ids.member);
    const security = { AlternateContactType: 'SECURITY' };
    await client.call('PutAlternateContact', { ...security, ...mary });
    await expect(client.call('PutAlternateContact', { ...security, ...mary })).rejects.toThrow(TypeError);
    await client.call('GetAlternateContact', security);
    await client.call('GetAlternateContact', security);
    const reply = await emulator.fetch(new Request('http://127.0.0.1/_emulator/calls'));
    expect(await reply.json()).toMatchObject({
      calls: [
        { outcome: 'InternalServerException', status: 500, fault: { error: 'InternalServer', when: 'before' } },
        { outcome: 'reset', status: 0, fault: { error: 'ConnectionReset', when: 'after' } },
        { outcome: 'ok', status: 200, fault: { error: 'SlowBody', when: 'after' } },
        { outcome: 'ResourceNotFoundException', status: 404, fault: { error: 'StaleRead', when: 'before' } },
      ],
    });
  });

  it('counts calls that it does not keep', async () => {
    const emulator = emulatorOf({ logCapacity: 2 });
    for (let count = 0; count < 5; count++) await organizations(emulator, ids.member).call('DescribeOrganization');
    const reply = await emulator.fetch(new Request('http://127.0.0.1/_emulator/calls?limit=1'));
    expect(await reply.json()).toMatchObject({ calls: [{ seq: 4 }], counters: { 'DescribeOrganization ok': 5 } });
  });
});
