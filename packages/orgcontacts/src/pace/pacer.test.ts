import { expect, it } from 'vitest';
import { makePacer, type Pacer } from './pacer.ts';
import type { QuotaTable } from './quota-table.ts';
import { makeVirtualClock, type VirtualClock } from './virtual-clock.ts';

const quotas: QuotaTable = { get: { rate: 10, burst: 4 }, put: { rate: 5, burst: 1 } };

const aPacer = (): { readonly clock: VirtualClock; readonly pacer: Pacer } => {
  const clock = makeVirtualClock(0);
  return { clock, pacer: makePacer(quotas, clock) };
};

/** When each of so many turns that are asked for now comes. */
const turns = ({ clock, pacer }: ReturnType<typeof aPacer>, operation: string, count: number) =>
  clock.run(
    Promise.all(
      Array.from({ length: count }, async () => {
        await pacer.turn(operation);
        return clock.now();
      }),
    ),
  );

it('lets a burst out but for one token, and then one call every 1/rate seconds', async () => {
  expect(await turns(aPacer(), 'get', 6)).toEqual([0, 0, 0, 100, 200, 300]);
});

it('keeps nothing back of a burst of one', async () => {
  expect(await turns(aPacer(), 'put', 3)).toEqual([0, 200, 400]);
});

it('has a bucket for each operation', async () => {
  const paced = aPacer();
  await turns(paced, 'get', 3);
  expect(await turns(paced, 'put', 1)).toEqual([0]);
});

it('does not hold back operations that the table does not list', async () => {
  const paced = aPacer();
  expect(await turns(paced, 'sts', 3)).toEqual([0, 0, 0]);
  paced.pacer.throttled('sts', 0);
  paced.pacer.passed('sts');
  expect(await turns(paced, 'sts', 3)).toEqual([0, 0, 0]);
});

it('halves the pace at a 429 and trusts no token that it believed to have', async () => {
  const paced = aPacer();
  await turns(paced, 'get', 1);
  paced.pacer.throttled('get', paced.clock.now());
  expect(await turns(paced, 'get', 3)).toEqual([200, 400, 600]);
});

it('halves once for all calls that were under way when it halved', async () => {
  const paced = aPacer();
  await turns(paced, 'get', 5);
  expect(paced.clock.now()).toBe(200);
  for (const turnAt of [0, 0, 100]) paced.pacer.throttled('get', turnAt);
  for (const turnAt of [0, 100, 199]) paced.pacer.throttled('get', turnAt);
  expect(paced.pacer.forecast({ get: 1 })).toBe(200);
});

it('halves one operation only', async () => {
  const paced = aPacer();
  await turns(paced, 'get', 1);
  paced.pacer.throttled('get', paced.clock.now());
  expect(await turns(paced, 'put', 1)).toEqual([0]);
});

it('halves again at each further 429, and never goes below 1/32 of the pace', async () => {
  const paced = aPacer();
  for (let count = 0; count < 40; count++) paced.pacer.throttled('get', paced.clock.now());
  expect(await turns(paced, 'get', 2)).toEqual([3_200, 6_400]);
});

it('takes back a twentieth of the full pace for each second without a 429', async () => {
  const paced = aPacer();
  paced.pacer.throttled('get', paced.clock.now());
  await paced.clock.run(paced.clock.sleep(2_000));
  paced.pacer.passed('get');
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = await turns(paced, 'get', 5);
  expect([first, second, third]).toEqual([2_000, 2_000, 2_000]);
  expect(fifth - fourth).toBeCloseTo(1000 / 6, -1);
});

it('does not speed up within a second of a 429, however many calls go through', async () => {
  const paced = aPacer();
  paced.pacer.throttled('get', paced.clock.now());
  await paced.clock.run(paced.clock.sleep(999));
  for (let count = 0; count < 100; count++) paced.pacer.passed('get');
  const [, , , fourth = 0, fifth = 0] = await turns(paced, 'get', 5);
  expect(fifth - fourth).toBe(200);
});

it('is at full pace again 20 seconds after the slowest', async () => {
  const paced = aPacer();
  for (let count = 0; count < 40; count++) paced.pacer.throttled('get', paced.clock.now());
  for (let second = 0; second < 20; second++) {
    await paced.clock.run(paced.clock.sleep(1_000));
    paced.pacer.passed('get');
  }
  expect(await turns(paced, 'get', 5)).toEqual([20_000, 20_000, 20_000, 20_100, 20_200]);
});

it('ends a wait for a turn with the reason when it is aborted', async () => {
  const { clock, pacer } = aPacer();
  const stop = new AbortController();
  const task = async () => {
    await pacer.turn('put');
    const waiting = pacer.turn('put', stop.signal).catch((reason: unknown) => [reason, clock.now()]);
    await clock.sleep(50);
    stop.abort('interrupted');
    return waiting;
  };
  expect(await clock.run(task())).toEqual(['interrupted', 50]);
});

it('gives no turn to whoever was aborted before, and takes no token for it', async () => {
  const paced = aPacer();
  await expect(paced.pacer.turn('put', AbortSignal.abort('too late'))).rejects.toBe('too late');
  expect(await turns(paced, 'put', 1)).toEqual([0]);
});

it('forecasts with the buckets as they are: what was spent already takes longer', async () => {
  const paced = aPacer();
  expect(paced.pacer.forecast({ get: 23 })).toBe(2_000);
  await turns(paced, 'get', 3);
  expect(paced.pacer.forecast({ get: 23 })).toBe(2_300);
  paced.pacer.throttled('get', paced.clock.now());
  expect(paced.pacer.forecast({ get: 23 })).toBe(4_600);
});

it('forecasts the slowest operation, and nothing for none or for those without a quota', () => {
  const { pacer } = aPacer();
  expect(pacer.forecast({ get: 13, put: 11, sts: 1_000 })).toBe(2_000);
  expect(pacer.forecast({})).toBe(0);
  expect(pacer.forecast({ put: 0, sts: 5 })).toBe(0);
});

it('lets those who wait already out at the new pace when it halves', async () => {
  const paced = aPacer();
  const waiting = turns(paced, 'get', 6);
  paced.pacer.throttled('get', 0);
  const [, , , fourth = 0, fifth = 0, sixth = 0] = await waiting;
  expect([fifth - fourth, sixth - fifth]).toEqual([200, 200]);
});

it('sleeps no longer than somebody waits, and goes on for whoever comes next', async () => {
  const { clock, pacer } = aPacer();
  const stop = new AbortController();
  const task = async () => {
    await pacer.turn('put');
    const waiting = pacer.turn('put', stop.signal).catch(() => clock.now());
    await clock.sleep(10);
    stop.abort();
    const gaveUpAt = await waiting;
    return [gaveUpAt, await pacer.turn('put'), await pacer.turn('put')];
  };
  expect(await clock.run(task())).toEqual([10, 200, 400]);
});
