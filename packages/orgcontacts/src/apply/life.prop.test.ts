import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sameOrNone } from '../contact/same-contact.ts';
import type { MemoryWorld } from '../gateway/memory/memory-world.ts';
import type { JournalStore } from '../journal/journal-store.ts';
import { makeMemoryJournalStore } from '../journal/memory/memory-journal-store.ts';
import type { RunRecord } from '../journal/run-fold.ts';
import type { Change } from '../plan/change.ts';
import type { Plan } from '../plan/plan.ts';
import { anyDenial, anyLife, callerOf, contactsIn, type Life, troubleOf, untroubled, worldOf } from './life.builder.ts';
import { anyCut, makePower } from './power.builder.ts';
import { aSession } from './session.builder.ts';

/** A session of a life, with or without its troubles. */
const sit = (world: MemoryWorld, store: JournalStore, life: Life, options: Parameters<typeof aSession>[3] = {}) =>
  aSession(world, callerOf(life), store, { fail: troubleOf(life), ...options });

const keyOf = ({ account, type }: Change): string => `${account.id} ${type}`;

const isDone = (record: RunRecord | undefined, key: string): boolean => {
  const item = record?.plan.changes.findIndex((change) => keyOf(change) === key) ?? -1;
  return record?.items.get(item)?.outcome?.kind === 'done';
};

/** The contacts of a world in which a plan was carried out in full. */
const asPlanned = (before: ReturnType<typeof contactsIn>, plan: Plan): ReturnType<typeof contactsIn> => {
  const after = { ...before };
  for (const change of plan.changes) {
    if (change.after) after[keyOf(change)] = change.after;
    else delete after[keyOf(change)];
  }
  return after;
};

/** Undoes a run without any trouble, and gives the run of the undo. */
const undo = async (world: MemoryWorld, store: JournalStore, life: Life, run: string): Promise<string> => {
  const session = sit(world, store, untroubled(life));
  const { plan } = await session.planUndo(run);
  await session.apply(plan, `${run}-undone`);
  return `${run}-undone`;
};

it('plans nothing after an apply but what that run listed as not done', async () => {
  let written = 0;
  await fc.assert(
    fc.asyncProperty(anyLife, async (life) => {
      const world = worldOf(life);
      const session = sit(world, makeMemoryJournalStore(), life);
      await session.apply(await session.plan(life.policy));
      const record = await session.record();
      const again = await session.plan(life.policy);
      expect(again.changes.filter((change) => isDone(record, keyOf(change)))).toEqual([]);
      expect(record?.plan.changes.map(keyOf)).toEqual(expect.arrayContaining(again.changes.map(keyOf)));
      if (record?.ended?.how === 'finished') {
        const open = record.plan.changes.filter((change) => !isDone(record, keyOf(change)));
        expect(again.changes).toEqual(open);
      }
      written += record?.items.size ?? 0;
    }),
    { numRuns: 400 },
  );
  expect(written).toBeGreaterThan(100);
});

it('carries out a plan without trouble in full: exactly what it showed, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(anyLife, async (troubled) => {
      const life = untroubled(troubled);
      const world = worldOf(life);
      const before = contactsIn(world);
      const session = sit(world, makeMemoryJournalStore(), life);
      const plan = await session.plan(life.policy);
      await session.apply(plan);
      expect(contactsIn(world)).toEqual(asPlanned(before, plan));
      expect((await session.plan(life.policy)).changes).toEqual([]);
    }),
    { numRuns: 250 },
  );
});

it('puts back exactly what was there before, wherever a run was stopped, and an undo can be undone', async () => {
  let undone = 0;
  await fc.assert(
    fc.asyncProperty(anyLife, fc.nat({ max: 40 }), async (life, stopAt) => {
      const world = worldOf(life);
      const before = contactsIn(world);
      const store = makeMemoryJournalStore();
      const plan = await sit(world, store, life).plan(life.policy);
      const stop = new AbortController();
      let calls = 0;
      const trouble = troubleOf(life);
      const fail = (operation: string, subject: string) => {
        if (operation.startsWith('account:') && ++calls > stopAt) stop.abort();
        return trouble(operation, subject);
      };
      await sit(world, store, life, { fail, stop: stop.signal }).apply(plan);
      const after = contactsIn(world);
      const undoing = await undo(world, store, life, 'run-1');
      expect(contactsIn(world)).toEqual(before);
      await undo(world, store, life, undoing);
      expect(contactsIn(world)).toEqual(after);
      if (JSON.stringify(after) !== JSON.stringify(before)) undone++;
    }),
    { numRuns: 300 },
  );
  expect(undone).toBeGreaterThan(20);
});

/**
 * Applies a plan and dies in the middle, then resumes and dies again, as often as there are cuts; gives how often it died. Each time
 * something else may be denied than before.
 */
const dieOften = async (
  life: Life,
  plan: Plan,
  world: MemoryWorld,
  store: JournalStore,
  sittings: readonly Sitting[],
) => {
  let deaths = 0;
  for (const [index, { cut, denied }] of sittings.entries()) {
    const power = makePower(cut);
    const session = sit(world, power.store(store), { ...life, ...denied }, { around: power.gateway });
    if (index > 0 && (await session.record()) === undefined) return deaths;
    const run = index === 0 ? session.apply(plan) : session.resume();
    const ended = await run.then(
      () => true,
      () => false,
    );
    expect(ended).toBe(!power.isCut());
    if (!ended) deaths++;
  }
  return deaths;
};

interface Sitting {
  readonly cut: Parameters<typeof makePower>[0];
  readonly denied: Pick<Life, 'unreadable' | 'unwritable'>;
}

const anySittings: fc.Arbitrary<readonly Sitting[]> = fc.array(fc.record({ cut: anyCut, denied: anyDenial }), {
  minLength: 1,
  maxLength: 3,
});

it('puts back exactly what was there before, whenever and however often a run was killed', async () => {
  let deaths = 0;
  await fc.assert(
    fc.asyncProperty(anyLife, anySittings, async (life, sittings) => {
      const world = worldOf(life);
      const before = contactsIn(world);
      const store = makeMemoryJournalStore();
      const plan = await sit(world, store, life).plan(life.policy);
      deaths += await dieOften(life, plan, world, store, sittings);
      if (await sit(world, store, life).record()) await undo(world, store, life, 'run-1');
      expect(contactsIn(world)).toEqual(before);
    }),
    { numRuns: 400 },
  );
  expect(deaths).toBeGreaterThan(30);
});

it('ends in exactly the planned state when it is resumed, whenever and however often it was killed', async () => {
  let deaths = 0;
  await fc.assert(
    fc.asyncProperty(anyLife, anySittings, async (life, sittings) => {
      const world = worldOf(life);
      const before = contactsIn(world);
      const store = makeMemoryJournalStore();
      const plan = await sit(world, store, life).plan(life.policy);
      deaths += await dieOften(life, plan, world, store, sittings);
      const session = sit(world, store, untroubled(life));
      const record = await session.record();
      if (!record) {
        expect(contactsIn(world)).toEqual(before);
        return;
      }
      await session.resume();
      expect(contactsIn(world)).toEqual(asPlanned(before, plan));
      const resumed = await session.record();
      expect(plan.changes.filter((change) => !isDone(resumed, keyOf(change)))).toEqual([]);
      // What was written, by whichever of its lives, counts as written: the accounts say so, whoever looks.
      for (const { outcome, intents } of resumed?.items.values() ?? []) {
        if (intents.length > 0) expect(outcome).toMatchObject({ kind: 'done', how: 'written' });
      }
    }),
    { numRuns: 400 },
  );
  expect(deaths).toBeGreaterThan(30);
});

it('has the intent of every write on record before the call goes out, killed or not', async () => {
  let writes = 0;
  await fc.assert(
    fc.asyncProperty(anyLife, anyCut, async (life, cut) => {
      const world = worldOf(life);
      const inner = makeMemoryJournalStore();
      const plan = await sit(world, inner, life).plan(life.policy);
      const power = makePower(cut);
      const seen: string[] = [];
      const store: JournalStore = {
        ...inner,
        create: async (run, text) => {
          const log = await inner.create(run, text);
          return {
            ...log,
            append: async (line) => {
              // Slower than any call: whoever does not wait for it is seen.
              await new Promise((resolve) => setImmediate(resolve));
              await log.append(line);
              const { kind, accountId, type } = line.endsWith('\n') ? JSON.parse(line) : {};
              if (kind === 'intent') seen.push(`intent ${accountId} ${type}`);
            },
          };
        },
      };
      const session = sit(world, power.store(store), life, {
        around: (gateway) =>
          power.gateway({
            ...gateway,
            putContact: (target, type, contact) => {
              seen.push(`write ${target.accountId} ${type}`);
              return gateway.putContact(target, type, contact);
            },
            deleteContact: (target, type) => {
              seen.push(`write ${target.accountId} ${type}`);
              return gateway.deleteContact(target, type);
            },
          }),
      });
      await session.apply(plan).catch(() => {});
      seen.forEach((each, index) => {
        if (!each.startsWith('write')) return;
        writes++;
        expect(seen.slice(0, index)).toContain(each.replace('write', 'intent'));
      });
      const calls = session.memory.calls.filter(({ operation }) => /:(Put|Delete)/.test(operation));
      expect(seen.filter((each) => each.startsWith('write'))).toHaveLength(calls.length);
    }),
    { numRuns: 300 },
  );
  expect(writes).toBeGreaterThan(50);
});

it('records in each intent what was really there, so that an undo restores the truth', async () => {
  await fc.assert(
    fc.asyncProperty(anyLife, async (life) => {
      const world = worldOf(life);
      const before = contactsIn(world);
      const session = sit(world, makeMemoryJournalStore(), life);
      await session.apply(await session.plan(life.policy));
      const record = await session.record();
      for (const { intents } of record?.items.values() ?? []) {
        for (const intent of intents) {
          const was = before[`${intent.accountId} ${intent.type}`] ?? null;
          expect(sameOrNone(intent.before, was)).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
});
