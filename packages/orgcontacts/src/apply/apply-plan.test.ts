import { describe, expect, it } from 'vitest';
import type { AccountId } from '../contact/account-id.ts';
import type { Contact } from '../contact/contact.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { anId, aWorld, delegated, management, manyAccounts } from '../gateway/memory/memory-world.builder.ts';
import type { MemoryWorld } from '../gateway/memory/memory-world.ts';
import { aFailure, withLateReads } from '../gateway/memory/weather.builder.ts';
import type { JournalStore } from '../journal/journal-store.ts';
import { makeMemoryJournalStore } from '../journal/memory/memory-journal-store.ts';
import { countItems } from '../journal/summary.ts';
import { aContact } from '../resolve/policy.builder.ts';
import { aBench, aCaller, type BenchSetup, changeTo, listed, mary, planOf } from './run.builder.ts';

const start = Date.UTC(2026, 0, 1);

/** A world of so many ordinary accounts, their ids, and a bench; each account is to get a security contact. */
const aRun = (count: number, contactOf: (index: number) => Contact = () => mary, setup: BenchSetup = {}) => {
  const world = aWorld(manyAccounts(count));
  const ids = [...world.accounts.keys()].slice(2);
  const bench = aBench(world, {}, setup);
  const plan = planOf(
    ids.map((id, index) => changeTo(world, id, 'SECURITY', contactOf(index))),
    start,
  );
  const outcomes = async () => {
    const { items } = await bench.record();
    return ids.map((_, item) => {
      const outcome = items.get(item)?.outcome;
      return outcome?.kind === 'skipped' ? outcome.why : (outcome?.kind ?? 'open');
    });
  };
  return { world, ids, bench, plan, outcomes };
};

const written = (world: MemoryWorld): readonly AccountId[] =>
  [...world.accounts.values()].filter(({ contacts }) => contacts.SECURITY).map(({ id }) => id);

const distinct = (index: number): Contact => aContact(`Contact ${index}`);

/** Denies to read the contacts of these accounts, each in its own words, so that no two denials are equal. */
const denyReads = (...subjects: readonly string[]) => ({
  fail: (operation: string, subject: string) =>
    operation.startsWith('account:') && subjects.includes(subject)
      ? aFailure({ operation, code: `Denied${subject}` })
      : undefined,
});

it('writes every item, and tells of each as it ends', async () => {
  const { world, ids, bench, plan, outcomes } = aRun(30);
  const told: string[] = [];
  const end = await bench.apply(plan, {
    onEvent: (event) => event.kind === 'item' && told.push(`${event.item} ${event.outcome.kind}`),
  });
  expect(end).toEqual({ how: 'finished', detail: '' });
  expect(written(world)).toEqual(ids);
  expect(await outcomes()).toEqual(new Array(30).fill('done'));
  expect(told.sort()).toEqual(ids.map((_, item) => `${item} done`).sort());
});

it('costs one Put and two Gets an item', async () => {
  const { bench, plan } = aRun(25);
  await bench.apply(plan);
  const count = (operation: string) => bench.gateway.calls.filter((call) => call.operation === operation).length;
  expect([count('account:PutAlternateContact'), count('account:GetAlternateContact')]).toEqual([25, 50]);
});

it('is done at once with an empty plan', async () => {
  const { bench, plan } = aRun(0);
  expect(await bench.apply(plan)).toEqual({ how: 'finished', detail: '' });
  expect((await bench.entries()).map(({ kind }) => kind)).toEqual(['header', 'ended']);
});

describe('an account that is not what the plan saw', () => {
  it.each<[string, (accounts: ReturnType<typeof changedList>, id: AccountId) => void, string]>([
    ['left the organization', (accounts, id) => accounts.delete(id), 'the account is no longer in the organization'],
    ['was closed', (accounts, id) => accounts.set(id, { state: 'CLOSED', unit: 'r-ex01' }), 'its state is CLOSED'],
    [
      'was moved',
      (accounts, id) => accounts.set(id, { state: 'ACTIVE', unit: 'ou-ex01-sandbox01' }),
      'the account is in another unit now',
    ],
  ])('is not even read when it %s', async (_, change, detail) => {
    const { world, ids, bench, plan } = aRun(3);
    const accounts = changedList(world);
    const [id = anId('000000000000')] = ids;
    change(accounts, id);
    await bench.apply(plan, { accounts });
    expect((await bench.record()).items.get(0)?.outcome).toMatchObject({
      kind: 'skipped',
      why: 'moved-since-plan',
      detail,
    });
    expect(bench.gateway.calls.filter(({ subject }) => subject === id)).toEqual([]);
    expect(written(world)).toEqual(ids.slice(1));
  });

  it('is written when only its unit could not be read now', async () => {
    const { world, ids, bench, plan } = aRun(1);
    await bench.apply(plan, { accounts: new Map(ids.map((id) => [id, { state: 'ACTIVE', unit: null }])) });
    expect(written(world)).toEqual(ids);
  });

  it('is skipped when the caller does not reach it', async () => {
    const { world, bench } = aRun(0);
    const plan = planOf([changeTo(world, management, 'SECURITY', mary)], start);
    await bench.apply(plan, {
      caller: aCaller({ accountId: delegated, role: 'delegated-administrator', reachesManagement: false }),
    });
    expect((await bench.record()).items.get(0)?.outcome).toMatchObject({ kind: 'skipped', why: 'unreachable' });
    expect(written(world)).toEqual([]);
  });
});

describe('an account that changes while the run goes on', () => {
  it.each<[string, (world: MemoryWorld, id: AccountId) => void, string]>([
    ['left the organization', (world, id) => world.accounts.delete(id), 'the account is no longer in the organization'],
    ['was closed', (world, id) => alter(world, id, { state: 'PENDING_CLOSURE' }), 'its state is PENDING_CLOSURE'],
    [
      'was moved',
      (world, id) => alter(world, id, { parent: 'ou-ex01-sandbox01' }),
      'the account is in another unit now',
    ],
  ])('is skipped as what it is, and not as denied, when it %s', async (_, change, detail) => {
    const { world, ids, bench, plan, outcomes } = aRun(3, distinct, {
      fail: (operation, subject) => {
        if (operation !== 'account:PutAlternateContact' || subject !== ids[1]) return undefined;
        change(world, anId(subject));
        return aFailure({ operation });
      },
    });
    expect(await bench.apply(plan)).toMatchObject({ how: 'finished' });
    expect(await outcomes()).toEqual(['done', 'moved-since-plan', 'done']);
    expect((await bench.record()).items.get(1)?.outcome).toMatchObject({ detail });
  });

  it('is failed with the denial when nothing about it changed, or when that cannot be found out', async () => {
    const denied = aRun(3, distinct, denyReads('300000000001'));
    await denied.bench.apply(denied.plan);
    expect(await denied.outcomes()).toEqual(['done', 'failed', 'done']);
    const blind = aRun(3, distinct, {
      fail: (operation, subject) => (subject === '300000000001' ? aFailure({ operation }) : undefined),
    });
    await blind.bench.apply(blind.plan);
    expect(await blind.outcomes()).toEqual(['done', 'failed', 'done']);
  });
});

const alter = (world: MemoryWorld, id: AccountId, change: { state?: string; parent?: string }): void => {
  Object.assign(world.accounts.get(id) ?? {}, change);
};

describe('a canary', () => {
  const last = '300000000029';

  it('goes first, all types of it, and the others follow once it is done', async () => {
    const { ids, bench, plan } = aRun(30, distinct);
    const told: string[] = [];
    const end = await bench.apply(plan, {
      canary: [anId(last), ...ids.slice(0, 1)],
      onEvent: (event) => told.push(event.kind === 'canary' ? 'canary' : event.change.account.id),
    });
    expect(end).toEqual({ how: 'finished', detail: '' });
    expect(told.slice(0, 3)).toEqual([ids[0], last, 'canary']);
    expect(told).toHaveLength(31);
  });

  it('that is not done stops the run before anything else is touched, and goes first again when it is taken up', async () => {
    let denied = true;
    const { world, ids, bench, plan, outcomes } = aRun(30, distinct, {
      fail: (operation, subject) => (denied && subject === last ? aFailure({ operation }) : undefined),
    });
    const end = await bench.apply(plan, { canary: [anId(last)] });
    expect(end).toEqual({
      how: 'stopped',
      detail: '1 of 1 items of the canary were not done; nothing else was touched',
    });
    expect(written(world)).toEqual([]);
    expect(await bench.resume()).toMatchObject({ how: 'stopped' });
    expect(written(world)).toEqual([]);
    denied = false;
    expect(await bench.resume()).toEqual({ how: 'finished', detail: '' });
    expect(written(world)).toEqual(ids);
    expect(new Set(await outcomes())).toEqual(new Set(['done']));
  });
});

describe('credentials that expire', () => {
  it('stop the run at once, leave what was not done open, and let it be taken up', async () => {
    let puts = 0;
    const { world, ids, bench, plan, outcomes } = aRun(40, distinct, {
      fail: (operation) => {
        if (operation !== 'account:PutAlternateContact') return undefined;
        const isOver = ++puts > 10 && puts < 1_000;
        return isOver ? aFailure({ kind: 'expired', operation, code: 'ExpiredTokenException' }) : undefined;
      },
    });
    const end = await bench.apply(plan);
    expect(end).toMatchObject({ how: 'stopped', detail: expect.stringContaining('credentials') });
    expect(new Set(await outcomes())).toEqual(new Set(['done', 'open']));
    puts = 1_000;
    expect(await bench.resume()).toEqual({ how: 'finished', detail: '' });
    expect(written(world)).toEqual(ids);
    expect(new Set(await outcomes())).toEqual(new Set(['done']));
  });
});

/** The accounts as listed, to be changed by a test. */
const changedList = (world: MemoryWorld) => new Map(listed(world));

describe('a value', () => {
  const refused: Contact = { ...mary, phone: 'call me' };

  it('that AWS refuses goes to one account only, and stops no other value', async () => {
    const { world, ids, bench, plan, outcomes } = aRun(20, (index) => (index % 2 ? mary : refused));
    expect((await bench.apply(plan)).how).toBe('finished');
    const expected = ids.map((_, index) => (index % 2 ? 'done' : index === 0 ? 'failed' : 'value-refused'));
    expect(await outcomes()).toEqual(expected);
    expect(written(world)).toEqual(ids.filter((_, index) => index % 2));
    const puts = bench.gateway.calls.filter(({ operation }) => operation === 'account:PutAlternateContact');
    expect(puts).toHaveLength(11);
  });

  it('that cannot be confirmed goes nowhere else', async () => {
    const around = (gateway: Gateway) => withLateReads(gateway, 1_000);
    const { ids, world, bench, plan, outcomes } = aRun(5, () => mary, { around });
    await bench.apply(plan);
    expect(await outcomes()).toEqual(['unconfirmed', ...new Array(4).fill('value-refused')]);
    expect(written(world)).toEqual(ids.slice(0, 1));
  });

  it('is tried in the next account when the first one was denied', async () => {
    const fail = (operation: string, subject: string) =>
      operation === 'account:PutAlternateContact' && subject === '300000000000' ? aFailure({ operation }) : undefined;
    const { world, ids, bench, plan, outcomes } = aRun(5, () => mary, { fail });
    await bench.apply(plan);
    expect(await outcomes()).toEqual(['failed', 'done', 'done', 'done', 'done']);
    expect(written(world)).toEqual(ids.slice(1));
  });

  it('is the same with another case of its domain', async () => {
    const { outcomes, bench, plan } = aRun(4, (index) =>
      index === 0 ? refused : { ...refused, email: 'security-contact@EXAMPLE.COM' },
    );
    await bench.apply(plan);
    expect(await outcomes()).toEqual(['failed', 'value-refused', 'value-refused', 'value-refused']);
  });
});

describe('denials', () => {
  it('of which the cause hits everything stop the run, and what is left stays open', async () => {
    const { bench, plan, outcomes } = aRun(40, () => mary, { fail: (operation) => aFailure({ operation }) });
    const asked: string[] = [];
    const end = await bench.apply(plan, {
      diagnose: async ({ operation }) => {
        asked.push(operation);
        return { kind: 'everything', because: 'trusted access is off' };
      },
    });
    expect(end).toEqual({ how: 'stopped', detail: 'trusted access is off' });
    expect(asked).toEqual(['account:GetAlternateContact']);
    // The third was handed out while the facts behind the second were looked at.
    expect(await outcomes()).toEqual([...new Array(3).fill('failed'), ...new Array(37).fill('open')]);
    expect((await bench.record()).ended).toMatchObject({ how: 'stopped', detail: 'trusted access is off' });
  });

  it('stop the run also when other items end well at the same moment', async () => {
    const denied = ['300000000000', '300000000001', '300000000002'];
    const { world, ids, bench, plan } = aRun(16, distinct, denyReads(...denied));
    ids.forEach((id, index) => {
      const account = world.accounts.get(id);
      if (account) account.contacts = { SECURITY: distinct(index) };
    });
    expect(await bench.apply(plan)).toMatchObject({ how: 'stopped', detail: expect.stringMatching(/^3 of 16 items/) });
  });

  it('in a few accounts only do not stop the others', async () => {
    const { world, bench, plan } = aRun(60, distinct, denyReads('300000000003', '300000000030'));
    expect((await bench.apply(plan)).how).toBe('finished');
    expect(written(world)).toHaveLength(58);
  });
});

describe('a stop', () => {
  it('lets what is under way come to its end, begins nothing new, and is journaled', async () => {
    const stop = new AbortController();
    const { world, bench, plan, outcomes } = aRun(60, distinct, { latency: 100 });
    let ended = 0;
    const end = await bench.apply(plan, {
      stop: stop.signal,
      onEvent: () => {
        if (++ended === 20) stop.abort();
      },
    });
    expect(end.how).toBe('interrupted');
    const states = await outcomes();
    const done = states.filter((state) => state === 'done');
    expect(done.length).toBeGreaterThanOrEqual(20);
    expect(done.length).toBeLessThan(60);
    expect(states.filter((state) => state === 'open')).toHaveLength(60 - done.length);
    expect(written(world)).toHaveLength(done.length);
    const { items, ended: last } = await bench.record();
    expect([...items.values()].filter(({ outcome }) => outcome === undefined)).toEqual([]);
    expect(last).toMatchObject({ how: 'interrupted', detail: 'interrupted by the user' });
  });

  it('before the run begins begins nothing', async () => {
    const { bench, plan } = aRun(5);
    expect((await bench.apply(plan, { stop: AbortSignal.abort() })).how).toBe('interrupted');
    expect(bench.gateway.calls).toEqual([]);
  });

  it('does not make others give up a value that was only not confirmed because of it', async () => {
    const stop = new AbortController();
    const around = (gateway: Gateway): Gateway => ({
      ...withLateReads(gateway, 1_000),
      putContact: async (...put) => {
        stop.abort();
        return withLateReads(gateway, 1_000).putContact(...put);
      },
      getContact: async () => ({ kind: 'ok', value: undefined }),
    });
    const { bench, plan, outcomes } = aRun(4, () => mary, { around });
    await bench.apply(plan, { stop: stop.signal });
    expect(await outcomes()).toEqual(['unconfirmed', 'open', 'open', 'open']);
  });
});

describe('a journal that cannot be written', () => {
  /** A store of which the log fails at the n-th line and ever after. */
  const failingAt = (line: number): { readonly store: JournalStore; readonly inner: JournalStore } => {
    const inner = makeMemoryJournalStore();
    let lines = 0;
    const store: JournalStore = {
      ...inner,
      create: async (run, plan) => {
        const log = await inner.create(run, plan);
        return {
          ...log,
          append: async (text) => {
            if (++lines >= line) throw new Error('no space left on device');
            return log.append(text);
          },
        };
      },
    };
    return { store, inner };
  };

  it.each([2, 3, 10, 33])('stops all writing at line %i: nothing is written without its intent', async (line) => {
    const { store } = failingAt(line);
    const { world, bench, plan } = aRun(50, distinct, { store, latency: 20 });
    await expect(bench.apply(plan)).rejects.toThrow('no space left on device');
    const { items } = await bench.record();
    const intended = [...items.keys()].map((item) => plan.changes[item]?.account.id);
    expect(intended).toEqual(expect.arrayContaining([...written(world)]));
    expect(written(world).length).toBeLessThanOrEqual(line - 2);
  });

  it('at its header lets nothing begin', async () => {
    const { store } = failingAt(1);
    const { bench, plan } = aRun(5, distinct, { store });
    await expect(bench.apply(plan)).rejects.toThrow('no space left on device');
    expect(bench.gateway.calls).toEqual([]);
  });
});

it('brings what is under way to its end when a call throws, and then throws', async () => {
  const around = (gateway: Gateway): Gateway => ({
    ...gateway,
    getContact: async (target, type) => {
      if (target.accountId === '300000000007') throw new TypeError('a programming mistake');
      return gateway.getContact(target, type);
    },
  });
  const { world, bench, plan } = aRun(100, distinct, { around, latency: 20 });
  await expect(bench.apply(plan)).rejects.toThrow('a programming mistake');
  const record = await bench.record();
  const counts = countItems(record);
  expect(counts.written).toBe(written(world).length);
  expect(counts.written).toBeLessThan(40);
  expect(record.ended).toBeUndefined();
});
