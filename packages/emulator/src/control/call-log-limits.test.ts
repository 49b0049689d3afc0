import { describe, expect, it } from 'vitest';
import { organizations } from '../client.builder.ts';
import { mary } from '../services/account/contacts.builder.ts';
import { emulatorOf, ids } from '../world/worlds.builder.ts';
import { type LoggedCall, makeCallLog } from './call-log.ts';

const write = (parameters: LoggedCall['parameters']): Omit<LoggedCall, 'seq'> => ({
  at: 0,
  service: 'account',
  operation: 'PutAlternateContact',
  caller: ids.member,
  principal: `arn:aws:iam::${ids.member}:user/administrator`,
  account: null,
  outcome: 'ok',
  status: 200,
  fault: null,
  parameters,
});

describe('what the call log holds', () => {
  it.each<[string, Partial<LoggedCall>]>([
    ['long texts', { parameters: { Name: 'x'.repeat(10_000) } }],
    ['many small values', { parameters: { Tags: Array.from({ length: 500 }, () => ({})) } }],
    ['long ids', { account: 'x'.repeat(10_000) }],
  ])('is limited, whatever was sent: %s', (_, sent) => {
    const log = makeCallLog(100_000, 200_000);
    for (let index = 0; index < 100; index++) log.add({ ...write(null), ...sent });
    const kept = log.calls();
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.length).toBeLessThan(20);
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_call, index) => 100 - kept.length + index));
    expect(log.counters()).toEqual({ 'PutAlternateContact ok': 100 });
  });

  it('is enough for 100,000 usual writes', () => {
    const log = makeCallLog(100_000);
    const parameters = { AccountId: ids.member, AlternateContactType: 'SECURITY', ...mary };
    for (let index = 0; index < 100_000; index++) log.add({ ...write(parameters), account: ids.member });
    expect(log.calls()).toHaveLength(100_000);
  });

  it('does not grow with names of operations that there are not: they are counted together', async () => {
    const emulator = emulatorOf();
    for (const name of ['Nothing', 'NoSuchThing', 'x'.repeat(5000)])
      await organizations(emulator, ids.member).call(name);
    const answered = await emulator.fetch(new Request('http://127.0.0.1/_emulator/calls'));
    const { calls, counters }: { calls: LoggedCall[]; counters: unknown } = JSON.parse(await answered.text());
    expect(counters).toEqual({ 'unknown UnknownOperationException': 3 });
    expect(calls.map(({ operation }) => operation)).toEqual(['Nothing', 'NoSuchThing', 'x'.repeat(128)]);
  });
});
