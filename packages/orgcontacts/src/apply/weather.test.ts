import { expect, it } from 'vitest';
import { type Failure, failed } from '../failure/failure.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { aWorld, manyAccounts } from '../gateway/memory/memory-world.builder.ts';
import { aFailure, withLostAnswers } from '../gateway/memory/weather.builder.ts';
import { countItems } from '../journal/summary.ts';
import { writtenBy } from '../journal/undo-plan.ts';
import { aContact } from '../resolve/policy.builder.ts';
import { aBench, changeTo, planOf } from './run.builder.ts';

/** Numbers from 0 to 1, the same in every run (a linear congruential generator, Numerical Recipes' constants). */
const makeRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const transient: readonly Partial<Failure>[] = [
  { kind: 'throttled', code: 'TooManyRequestsException', status: 429 },
  { kind: 'unavailable', code: 'InternalServerException', status: 500 },
  { kind: 'unavailable', code: 'ECONNRESET' },
  { kind: 'unavailable', code: 'TimeoutError' },
];

/** One call in five has trouble that passes: refused, lost on the way back, or a read that shows what was there before. */
const withBadWeather = (gateway: Gateway, random: () => number): Gateway => {
  const shown = new Map<string, Awaited<ReturnType<Gateway['getContact']>>>();
  const trouble = (operation: string) => {
    const failure = transient[Math.floor(random() * transient.length)];
    return { kind: 'failed' as const, failure: aFailure({ ...failure, operation }) };
  };
  const write = async <Value>(operation: string, send: () => Promise<Value>) => {
    const chance = random();
    if (chance < 0.1) return trouble(operation);
    const answer = await send();
    return chance < 0.2 ? trouble(operation) : answer;
  };
  return {
    ...gateway,
    getContact: async (target, type) => {
      const key = `${target.accountId} ${type}`;
      const chance = random();
      if (chance < 0.15) return trouble('account:GetAlternateContact');
      const answer = await gateway.getContact(target, type);
      const stale = shown.get(key);
      shown.set(key, answer);
      return stale && chance < 0.2 ? stale : answer;
    },
    putContact: (...put) => write('account:PutAlternateContact', () => gateway.putContact(...put)),
    deleteContact: (...gone) => write('account:DeleteAlternateContact', () => gateway.deleteContact(...gone)),
  };
};

it.each([1, 2, 3, 4, 5])(
  'in bad weather (%i) every item is done, or failed for a true reason, and resume ends the rest',
  async (seed) => {
    const random = makeRandom(seed);
    const world = aWorld(manyAccounts(300));
    const ids = [...world.accounts.keys()].slice(2);
    const denied = new Set(ids.filter((_, index) => index % 50 === seed));
    let isDenied = true;
    const bench = aBench(
      world,
      {},
      {
        latency: 20,
        around: (gateway) => withBadWeather(gateway, random),
        fail: (operation, subject) =>
          isDenied && [...denied].some((id) => id === subject) && operation.startsWith('account:')
            ? aFailure({ operation })
            : undefined,
      },
    );
    const changes = ids.map((id, index) => changeTo(world, id, 'SECURITY', aContact(`Contact ${index % 7}`)));
    expect(await bench.apply(planOf(changes, bench.clock.now()))).toEqual({ how: 'finished', detail: '' });
    const { items } = await bench.record();
    for (const [item, id] of ids.entries()) {
      const outcome = items.get(item)?.outcome;
      if (denied.has(id)) expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'denied' } });
      else if (outcome?.kind === 'done') expect(world.accounts.get(id)?.contacts.SECURITY).toBeDefined();
      else expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'unavailable' } });
    }
    const counts = countItems(await bench.record());
    expect(counts.written + counts.already).toBeGreaterThanOrEqual(290);
    isDenied = false;
    while ((await bench.resume()).how === 'finished' && countItems(await bench.record()).failed > 0);
    expect(countItems(await bench.record())).toMatchObject({
      items: 300,
      failed: 0,
      open: 0,
      skipped: 0,
      unconfirmed: 0,
    });
    expect(ids.filter((id) => world.accounts.get(id)?.contacts.SECURITY === undefined)).toEqual([]);
  },
);

/** The first write takes effect and its answer is lost; from then on everything is denied, as when a permission is taken away. */
const deniedAfterALostAnswer = (gateway: Gateway): Gateway => {
  let isDenied = false;
  const denied = async () => failed(aFailure());
  return {
    ...gateway,
    getContact: (...get) => (isDenied ? denied() : gateway.getContact(...get)),
    putContact: (...put) => {
      if (isDenied) return denied();
      isDenied = true;
      return withLostAnswers(gateway).putContact(...put);
    },
  };
};

it('a write that was lost, denied when it was tried again, and cannot be read back stays in reach of undo', async () => {
  const world = aWorld(manyAccounts(1));
  const [id] = [...world.accounts.keys()].slice(2);
  if (!id) throw new Error('a member account was expected');
  const bench = aBench(world, {}, { around: deniedAfterALostAnswer });
  await bench.apply(planOf([changeTo(world, id, 'SECURITY', aContact('Contact'))], bench.clock.now()));
  expect(world.accounts.get(id)?.contacts.SECURITY).toEqual(aContact('Contact'));
  expect(writtenBy(await bench.record())).toMatchObject([{ before: null, after: aContact('Contact') }]);
});
