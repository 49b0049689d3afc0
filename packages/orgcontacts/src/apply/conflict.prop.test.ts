import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AccountId } from '../contact/account-id.ts';
import type { Contact } from '../contact/contact.ts';
import { sameOrNone } from '../contact/same-contact.ts';
import { ok } from '../failure/failure.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import { aWorld, management, manyAccounts } from '../gateway/memory/memory-world.builder.ts';
import type { MemoryWorld } from '../gateway/memory/memory-world.ts';
import type { JournalStore } from '../journal/journal-store.ts';
import { makeMemoryJournalStore } from '../journal/memory/memory-journal-store.ts';
import type { RunRecord } from '../journal/run-fold.ts';
import { readRun } from '../journal/run-record.ts';
import { makeUndoPlan, writtenBy } from '../journal/undo-plan.ts';
import { makeVirtualClock, type VirtualClock } from '../pace/virtual-clock.ts';
import { aFrame } from '../plan/plan.builder.ts';
import type { Plan } from '../plan/plan.ts';
import { aContact } from '../resolve/policy.builder.ts';
import { observeUndo } from './observe-undo.ts';
import { aCaller, changeTo, listed, planOf } from './run.builder.ts';
import { runPlan } from './run-plan.ts';

/** One of two people who run this tool at the same time, each with a journal on a machine of their own. */
interface Party {
  readonly wanted: Contact;
  readonly store: JournalStore;
  readonly gateway: Gateway;
  /** What this party's gateway sent, as `account value`. */
  readonly sent: Set<string>;
}

const values = [aContact('Mine'), aContact('Yours')] as const;
const old = aContact('Old');

const aParty = (world: MemoryWorld, clock: VirtualClock, wanted: Contact, latency: number): Party => {
  const memory = makeMemoryGateway(world, management, { clock, latency });
  const sent = new Set<string>();
  const gateway: Gateway = {
    ...memory,
    putContact: (target, type, contact) => {
      sent.add(`${target.accountId} ${contact.name}`);
      return memory.putContact(target, type, contact);
    },
  };
  return { wanted, store: makeMemoryJournalStore(), gateway, sent };
};

const apply = ({ store, gateway }: Party, world: MemoryWorld, clock: VirtualClock, plan: Plan, run: string) =>
  runPlan(
    store,
    plan,
    { run, tool: '0.0.0', endpoint: 'memory', approved: null, canary: [], reason: null },
    {
      gateway,
      clock,
      caller: aCaller(),
      accounts: listed(world),
      lookAgain: async (id) => ok(listed(world).get(id)),
      diagnose: async () => ({ kind: 'unclear' }),
      stop: new AbortController().signal,
      onEvent: () => {},
    },
  );

const recordOf = async ({ store }: Party): Promise<RunRecord> => {
  const stored = await store.read('run-1');
  const read = stored && readRun(stored);
  if (read?.kind !== 'run') throw new Error('no record');
  return read.record;
};

const liveOf = (world: MemoryWorld, id: AccountId): Contact | null => world.accounts.get(id)?.contacts.SECURITY ?? null;

const undo = async (party: Party, world: MemoryWorld, clock: VirtualClock): Promise<void> => {
  const record = await recordOf(party);
  const observed = await observeUndo(party.gateway, aCaller(), writtenBy(record), clock);
  const { plan } = makeUndoPlan(record, observed, aFrame({ origin: { kind: 'undo', run: 'run-1' }, now: clock.now() }));
  await apply(party, world, clock, plan, 'run-2');
};

/** So many accounts, which of them have a contact already, how far AWS is for each party, and how much earlier the first begins. */
interface Meeting {
  readonly accounts: number;
  readonly set: readonly boolean[];
  readonly latencies: readonly [number, number];
  readonly head: number;
}

const anyMeeting: fc.Arbitrary<Meeting> = fc.record({
  accounts: fc.integer({ min: 1, max: 12 }),
  set: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  latencies: fc.tuple(fc.integer({ min: 2, max: 90 }), fc.integer({ min: 2, max: 90 })),
  head: fc.integer({ min: 0, max: 400 }),
});

const worldOf = ({ accounts, set }: Meeting): MemoryWorld => {
  const world = aWorld(manyAccounts(accounts));
  for (const [index, id] of ordinary(world).entries()) {
    const account = world.accounts.get(id);
    if (account && set[index]) account.contacts = { SECURITY: old };
  }
  return world;
};

const ordinary = (world: MemoryWorld): readonly AccountId[] => [...world.accounts.keys()].slice(2);

/** Lets two parties carry out, at the same time, the plans that they made of the same state. */
const meet = async (meeting: Meeting) => {
  const clock = makeVirtualClock();
  const world = worldOf(meeting);
  const planFor = ({ wanted }: Party) =>
    planOf(
      ordinary(world).map((id) => changeTo(world, id, 'SECURITY', wanted)),
      clock.now(),
    );
  const one = aParty(world, clock, values[0], meeting.latencies[0]);
  const other = aParty(world, clock, values[1], meeting.latencies[1]);
  const [first, second] = [planFor(one), planFor(other)];
  const later = clock.sleep(meeting.head).then(() => apply(other, world, clock, second, 'run-1'));
  await clock.run(Promise.all([apply(one, world, clock, first, 'run-1'), later]));
  return { clock, world, one, other };
};

/** What was sent was recorded before, and nothing is recorded as written that was not sent. Gives how many items were contested. */
const expectTruth = async (party: Party): Promise<number> => {
  const { items, plan } = await recordOf(party);
  let contested = 0;
  for (const [item, { intents, outcome }] of items) {
    const wasSent = party.sent.has(`${plan.changes[item]?.account.id} ${party.wanted.name}`);
    expect(intents.length > 0).toBe(wasSent);
    if (outcome?.kind === 'done') expect(outcome.how).toBe(wasSent ? 'written' : 'already');
    else if (wasSent) contested++;
  }
  return contested;
};

it('lets two runs meet that want different things: each contact ends as one of the two, and both journals are true', async () => {
  let contested = 0;
  await fc.assert(
    fc.asyncProperty(anyMeeting, async (meeting) => {
      const { world, one, other } = await meet(meeting);
      const names = ordinary(world).map((id) => liveOf(world, id)?.name);
      expect(names.filter((name) => name !== values[0].name && name !== values[1].name)).toEqual([]);
      contested += (await expectTruth(one)) + (await expectTruth(other));
    }),
    { numRuns: 150 },
  );
  expect(contested).toBeGreaterThan(0);
});

it('never lets an undo write over what the other run wrote last', async () => {
  await fc.assert(
    fc.asyncProperty(anyMeeting, fc.boolean(), async (meeting, firstUndoes) => {
      const { clock, world, one, other } = await meet(meeting);
      const [undoing, staying] = firstUndoes ? [one, other] : [other, one];
      const theirs = ordinary(world).filter((id) => sameOrNone(liveOf(world, id), staying.wanted));
      await clock.run(undo(undoing, world, clock));
      expect(theirs.filter((id) => liveOf(world, id)?.name !== staying.wanted.name)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
