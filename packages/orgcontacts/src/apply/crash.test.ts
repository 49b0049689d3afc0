import { expect, it } from 'vitest';
import type { AccountId } from '../contact/account-id.ts';
import type { Contact } from '../contact/contact.ts';
import { aWorld, management, manyAccounts } from '../gateway/memory/memory-world.builder.ts';
import type { MemoryWorld } from '../gateway/memory/memory-world.ts';
import { readChain } from '../journal/chain.ts';
import type { Entry, Intent } from '../journal/entry.ts';
import type { StoredRun } from '../journal/journal-store.ts';
import { makeMemoryJournalStore } from '../journal/memory/memory-journal-store.ts';
import { aContact } from '../resolve/policy.builder.ts';
import { contactsIn } from './life.builder.ts';
import { aBench, changeTo, planOf } from './run.builder.ts';
import { aSession } from './session.builder.ts';

const old = aContact('Old');

/** Three accounts of which one has no contact, one another one, and one is to lose its own. */
const aWorldBefore = (): MemoryWorld => {
  const world = aWorld(manyAccounts(3));
  const [, updated, deleted] = ordinary(world);
  set(world, updated, old);
  set(world, deleted, old);
  return world;
};

const ordinary = (world: MemoryWorld): readonly AccountId[] => [...world.accounts.keys()].slice(2);

const set = (world: MemoryWorld, id: AccountId | undefined, contact: Contact | null): void => {
  const account = id && world.accounts.get(id);
  if (account) account.contacts = contact ? { SECURITY: contact } : {};
};

/** A whole run of one create, one update and one delete, as it is stored; and the world that it leaves. */
const aWholeRun = async () => {
  const world = aWorldBefore();
  const bench = aBench(world);
  const [created, updated, deleted] = ordinary(world);
  if (!created || !updated || !deleted) throw new Error('three accounts were expected');
  const wanted: readonly (readonly [AccountId, Contact | null])[] = [
    [created, aContact('New')],
    [updated, aContact('Newer')],
    [deleted, null],
  ];
  await bench.apply(
    planOf(
      wanted.map(([id, contact]) => changeTo(world, id, 'SECURITY', contact)),
      bench.clock.now(),
    ),
  );
  const stored = await bench.store.read('run-1');
  if (!stored) throw new Error('the run was not stored');
  return { stored, after: contactsIn(world) };
};

/** The world at the moment when the power failed: what has an outcome was written, and of what has an intent only, what arrived. */
const worldAt = (entries: readonly Entry[], arrives: boolean): MemoryWorld => {
  const world = aWorldBefore();
  const ended = new Set(entries.flatMap((entry) => (entry.kind === 'done' ? [entry.item] : [])));
  for (const entry of entries) if (entry.kind === 'intent') arrive(world, entry, arrives || ended.has(entry.item));
  return world;
};

const arrive = (world: MemoryWorld, { accountId, after }: Intent, arrives: boolean): void => {
  if (arrives) set(world, accountId, after);
};

/** The run as a disk holds it of which only so many bytes of the journal arrived. */
const cutAt = async ({ plan, journal }: StoredRun, length: number) => {
  const store = makeMemoryJournalStore();
  const log = await store.create('run-1', plan);
  // The journal is JSON in ASCII here, so a cut never falls into a character.
  await log.append(journal.subarray(0, length).toString('utf8'));
  return store;
};

it('killed at any byte of its journal, a run is resumed to the planned state and undone to the state before', async () => {
  const { stored, after } = await aWholeRun();
  const before = contactsIn(aWorldBefore());
  let untouched = 0;
  for (let length = 0; length <= stored.journal.length; length++) {
    const chain = readChain(stored.journal.subarray(0, length));
    if (chain.kind === 'broken') throw new Error(`byte ${length}: ${chain.because}`);
    for (const arrives of [false, true]) {
      const resumed = worldAt(chain.entries, arrives);
      const session = aSession(resumed, management, await cutAt(stored, length));
      if (!(await session.record())) {
        expect(contactsIn(resumed)).toEqual(before);
        untouched++;
        continue;
      }
      await session.resume();
      expect(contactsIn(resumed), `byte ${length}`).toEqual(after);
      const undone = worldAt(chain.entries, arrives);
      const other = aSession(undone, management, await cutAt(stored, length));
      await other.apply((await other.planUndo()).plan, 'undo-1');
      expect(contactsIn(undone), `byte ${length}`).toEqual(before);
    }
  }
  expect(untouched).toBeGreaterThan(0);
  expect(stored.journal.length).toBeGreaterThan(1_000);
}, 60_000);
