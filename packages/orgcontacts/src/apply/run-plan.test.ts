import { describe, expect, it } from 'vitest';
import type { AccountId } from '../contact/account-id.ts';
import { ok } from '../failure/failure.ts';
import { makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import { anId, aWorld, management, manyAccounts } from '../gateway/memory/memory-world.builder.ts';
import type { MemoryWorld } from '../gateway/memory/memory-world.ts';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import { aHeader, anIntent, anOutcome, journalOf, written } from '../journal/journal.builder.ts';
import { makeMemoryJournalStore } from '../journal/memory/memory-journal-store.ts';
import { readRun } from '../journal/run-record.ts';
import { makeVirtualClock } from '../pace/virtual-clock.ts';
import type { Plan } from '../plan/plan.ts';
import { readPlan, renderPlan } from '../plan/read-plan.ts';
import { aContact } from '../resolve/policy.builder.ts';
import { openItems, remainingItems } from './remaining-items.ts';
import { aBench, aCaller, changeTo, listed, mary, planOf } from './run.builder.ts';
import { resumeRun, runName, runPlan } from './run-plan.ts';

const start = Date.UTC(2026, 0, 1);

const aCase = (count: number): { world: MemoryWorld; ids: readonly AccountId[]; plan: Plan } => {
  const world = aWorld(manyAccounts(count));
  const ids = [...world.accounts.keys()].slice(2);
  return {
    world,
    ids,
    plan: planOf(
      ids.map((id) => changeTo(world, id, 'SECURITY', mary)),
      start,
    ),
  };
};

const give = (world: MemoryWorld, id: AccountId | undefined, contact = mary) => {
  const account = world.accounts.get(id ?? anId('000000000000'));
  if (account) account.contacts = { SECURITY: contact };
};

describe('the name of a run', () => {
  it('is its time and a random part', () => {
    expect(runName(Date.UTC(2026, 10, 24, 9, 30), () => 0.3)).toBe('20261124T093000000Z-4ccccc');
  });

  it('sorts by time, also within one second and whatever its random part', () => {
    const laters = [0, 1, 999, 1_000, 60_000, 86_400_000];
    const names = laters.map((later, index) => runName(start + later, () => 0.9 - index / 10));
    expect([...names].sort()).toEqual(names);
  });

  it('pads its random part', () => {
    expect(runName(start, () => 0)).toBe('20260101T000000000Z-000000');
  });
});

describe('a new run', () => {
  it('keeps its plan, a header, intents, outcomes and its end', async () => {
    const { world, ids, plan } = aCase(1);
    const bench = aBench(world);
    await bench.apply(plan);
    const stored = await bench.store.read('run-1');
    expect(stored?.plan).toBe(renderPlan(plan));
    const [{ header }, entries] = [await bench.record(), await bench.entries()];
    expect(header).toEqual({
      kind: 'header',
      format: 'orgcontacts/journal',
      version: 1,
      at: '2026-01-01T00:00:00.000Z',
      run: 'run-1',
      tool: '0.0.0',
      endpoint: 'memory',
      organizationId: 'o-exampleorgid',
      caller: { accountId: management, arn: `arn:aws:iam::${management}:user/administrator` },
      policy: { file: 'contacts.yaml', hash: 'none' },
      undoOf: null,
      fingerprint: plan.fingerprint,
      approved: null,
      canary: [],
      reason: null,
      items: 1,
    });
    expect(entries.slice(1)).toMatchObject([
      { kind: 'intent', item: 0, accountId: ids[0], type: 'SECURITY', before: null, after: mary },
      { kind: 'done', item: 0, how: 'written' },
      { kind: 'ended', how: 'finished' },
    ]);
  });

  it('names the run that it undoes', async () => {
    const { world, plan } = aCase(1);
    const bench = aBench(world);
    const undo = { ...plan, origin: { kind: 'undo', run: 'run-0' } } as const;
    await bench.apply(undo);
    expect((await bench.record()).header).toMatchObject({ undoOf: 'run-0', policy: null });
    const stored = await bench.store.read('run-1');
    expect(readPlan(stored?.plan ?? '')).toMatchObject({ kind: 'plan', plan: { origin: { run: 'run-0' } } });
  });

  it('leaves a summary, also when it was broken off', async () => {
    const inner = makeMemoryJournalStore();
    const summaries: string[] = [];
    const store = {
      ...inner,
      writeSummary: async (run: string, summary: string) => {
        summaries.push(JSON.parse(summary).how);
        return inner.writeSummary(run, summary);
      },
    };
    const { world, plan } = aCase(2);
    await aBench(world, {}, { store }).apply(plan, { run: 'run-1' });
    const throwing = aBench(
      world,
      {},
      {
        store,
        around: (gateway) => ({ ...gateway, getContact: () => Promise.reject(new Error('broken')) }),
      },
    );
    await expect(throwing.apply(plan, { run: 'run-2' })).rejects.toThrow('broken');
    expect(summaries).toEqual(['finished', 'killed']);
  });
});

describe('what is left of a run', () => {
  it('is every item that is not done, and whether a call for it may have gone out', async () => {
    const { world, plan } = aCase(7);
    const bench = aBench(world);
    const log = await bench.store.create('run-1', renderPlan(plan));
    const entries = [
      aHeader(plan),
      anIntent(plan, 0),
      anOutcome(0, written),
      anOutcome(1, { kind: 'done', how: 'already' }),
      anIntent(plan, 2),
      anIntent(plan, 3),
      anOutcome(3, { kind: 'unconfirmed', why: 'not-shown', detail: '' }),
      anIntent(plan, 4),
      anOutcome(4, { kind: 'failed', failure: aFailure() }),
      anOutcome(5, { kind: 'skipped', why: 'value-refused', detail: '' }),
    ];
    await log.append(journalOf(entries).toString());
    expect(remainingItems(await bench.record())).toEqual([
      { item: 2, attempted: true },
      { item: 3, attempted: true },
      { item: 4, attempted: true },
      { item: 5, attempted: false },
      { item: 6, attempted: false },
    ]);
  });
});

describe('a run that is resumed', () => {
  /** A run that was killed after its first three items: the first is done, the second and the third have intents only. */
  const killed = async (arrived: boolean) => {
    const { world, ids, plan } = aCase(5);
    const bench = aBench(world);
    const log = await bench.store.create('run-1', renderPlan(plan));
    const entries = [aHeader(plan), anIntent(plan, 0), anOutcome(0, written), anIntent(plan, 1), anIntent(plan, 2)];
    await log.append(`${journalOf(entries)}{"kind":"done","at":"20`);
    give(world, ids[0]);
    if (arrived) give(world, ids[1]);
    return { world, ids, plan, bench };
  };

  it('does what is left, and only that', async () => {
    const { world, ids, bench } = await killed(true);
    expect((await bench.resume()).how).toBe('finished');
    const puts = bench.gateway.calls.filter(({ operation }) => operation === 'account:PutAlternateContact');
    expect(puts.map(({ subject }) => subject).sort()).toEqual(ids.slice(2));
    expect(ids.map((id) => world.accounts.get(id)?.contacts.SECURITY)).toEqual(new Array(5).fill(mary));
  });

  it('counts what its killed self had written as written', async () => {
    const { bench } = await killed(true);
    await bench.resume();
    const [{ items }, entries] = [await bench.record(), await bench.entries()];
    expect([...items.values()].map(({ outcome }) => outcome)).toMatchObject(
      new Array(5).fill({ kind: 'done', how: 'written' }),
    );
    expect(items.get(1)?.intents).toHaveLength(1);
    expect(entries.filter(({ kind }) => kind === 'resumed')).toHaveLength(1);
  });

  it('writes again what had not arrived, with a new intent', async () => {
    const { bench } = await killed(false);
    await bench.resume();
    expect((await bench.record()).items.get(1)?.intents).toHaveLength(2);
  });

  it('does not touch what somebody else changed meanwhile', async () => {
    const { world, ids, bench } = await killed(false);
    give(world, ids[2], aContact('Somebody else'));
    await bench.resume();
    expect((await bench.record()).items.get(2)?.outcome).toMatchObject({ kind: 'skipped', why: 'changed-since-plan' });
    expect(world.accounts.get(ids[2] ?? anId('000000000000'))?.contacts.SECURITY).toEqual(aContact('Somebody else'));
  });

  it('does not even look at what is done', async () => {
    const { ids, bench } = await killed(true);
    await bench.resume();
    expect(bench.gateway.calls.map(({ subject }) => subject)).not.toContain(ids[0]);
  });

  it('carries its torn journal on as one whole chain', async () => {
    const { bench } = await killed(true);
    await bench.resume();
    const [{ ended }, entries] = [await bench.record(), await bench.entries()];
    expect(entries[5]).toMatchObject({ kind: 'resumed' });
    expect(ended).toMatchObject({ how: 'finished' });
  });

  it('can be resumed again, and then has nothing left to do', async () => {
    const { bench } = await killed(true);
    await bench.resume();
    const calls = bench.gateway.calls.length;
    await bench.resume();
    expect(bench.gateway.calls).toHaveLength(calls);
  });
});

it('gives the record of a run as it would be read back, whether it was new or taken up', async () => {
  const { world, plan } = aCase(3);
  const clock = makeVirtualClock();
  const store = makeMemoryJournalStore();
  let isDenied = true;
  const gateway = makeMemoryGateway(world, management, {
    clock,
    fail: (operation, subject) =>
      isDenied && operation === 'account:PutAlternateContact' && subject === '300000000001'
        ? aFailure({ operation })
        : undefined,
  });
  const tools = {
    gateway,
    clock,
    caller: aCaller(),
    stop: new AbortController().signal,
    accounts: listed(world),
    lookAgain: async () => ok(undefined),
    diagnose: async () => ({ kind: 'unclear' as const }),
    onEvent: () => {},
  };
  const facts = { run: 'run-1', tool: '0', endpoint: 'memory', approved: null, canary: [], reason: null };
  const readBack = async () => {
    const stored = await store.read('run-1');
    const read = stored && readRun(stored);
    if (read?.kind !== 'run') throw new Error('not readable');
    return read.record;
  };
  const first = await clock.run(runPlan(store, plan, facts, tools));
  const { lines, head, length, ...asRead } = await readBack();
  expect(first).toEqual(asRead);
  isDenied = false;
  const second = await clock.run(resumeRun(store, { lines, head, length, ...asRead }, '0', tools));
  const { lines: more, head: _, length: __, ...again } = await readBack();
  expect(second).toEqual(again);
  expect(more).toBeGreaterThan(lines);
});

describe('a run in parts', () => {
  it('leaves what failed to a later resume, and goes on with what it had not come to', async () => {
    const { world, ids, plan } = aCase(3);
    const [first = '', ...others] = ids;
    const stop = new AbortController();
    const bench = aBench(
      world,
      {},
      {
        fail: (operation, subject) =>
          operation === 'account:PutAlternateContact' && subject === first ? aFailure({ operation }) : undefined,
      },
    );
    await bench.apply(plan, { stop: stop.signal, onEvent: () => stop.abort() });
    const record = await bench.record();
    expect(remainingItems(record).map(({ item }) => item)).toEqual([0, 1, 2]);
    expect(openItems(record).map(({ item }) => item)).toEqual([1, 2]);
    expect(others).toHaveLength(2);
  });
});
