import { expect, it } from 'vitest';
import { aWorld, manyAccounts } from '../gateway/memory/memory-world.builder.ts';
import { forecast } from '../pace/forecast.ts';
import { quotaTables, shareOf } from '../pace/quota-table.ts';
import { aBench, changeTo, mary, planOf } from './run.builder.ts';

const quotas = quotaTables['aws'] ?? {};

/** The floor of a run of so many items: 1 Put and 2 Gets each, from full buckets, and one round trip for the first of each value. */
const floorOf = (items: number, roundTrip: number): number =>
  forecast({ 'account:GetAlternateContact': 2 * items, 'account:PutAlternateContact': items }, quotas) + roundTrip;

it.each([0, 40, 150])(
  'applies one contact type to 120 accounts within 1.05 times the floor, at %i ms latency',
  async (latency) => {
    const world = aWorld(manyAccounts(120));
    const bench = aBench(world, quotas, { quotas, latency });
    const changes = [...world.accounts.keys()].slice(2).map((id) => changeTo(world, id, 'SECURITY', mary));
    const startedAt = bench.clock.now();
    const end = await bench.apply(planOf(changes, startedAt));
    const ratio = (bench.clock.now() - startedAt) / floorOf(120, latency);
    const throttled = bench.gateway.calls.filter(({ outcome }) => outcome === 'throttled');
    expect(end.how).toBe('finished');
    expect(throttled).toEqual([]);
    expect(ratio).toBeLessThanOrEqual(1.05);
    expect([...world.accounts.values()].filter(({ contacts }) => contacts.SECURITY)).toHaveLength(120);
  },
);

/** Another tool takes half of each bucket, and has it before we come: for us AWS's quotas are half as large. */
const halved = shareOf(quotas, 0.5);

it('gets at least 90 % of what a competitor leaves, and no item fails', async () => {
  const world = aWorld(manyAccounts(300));
  const bench = aBench(world, quotas, { quotas: halved, latency: 40 });
  const changes = [...world.accounts.keys()].slice(2).map((id) => changeTo(world, id, 'SECURITY', mary));
  const startedAt = bench.clock.now();
  const outcomes: string[] = [];
  const end = await bench.apply(planOf(changes, startedAt), {
    onEvent: (event) => event.kind === 'item' && outcomes.push(event.outcome.kind),
  });
  expect(end.how).toBe('finished');
  expect(new Set(outcomes)).toEqual(new Set(['done']));
  expect(outcomes).toHaveLength(300);
  const left = forecast({ 'account:GetAlternateContact': 600, 'account:PutAlternateContact': 300 }, halved);
  expect(left / (bench.clock.now() - startedAt)).toBeGreaterThanOrEqual(0.9);
});
