import { describe, expect, it } from 'vitest';
import { aHeader, aPlanOf, aStoredRun } from '../journal/journal.builder.ts';
import type { JournalStore } from '../journal/journal-store.ts';
import { makeMemoryJournalStore } from '../journal/memory/memory-journal-store.ts';
import { aChange } from '../plan/plan.builder.ts';
import { findRun } from './find-run.ts';

const first = '20260101T000000Z-aaaaaa';
const second = '20260101T000000Z-abbbbb';
const third = '20260102T000000Z-cccccc';

/** A store with runs of these names. */
const storeOf = async (...names: readonly string[]): Promise<JournalStore> => {
  const store = makeMemoryJournalStore();
  const plan = aPlanOf([aChange('create')]);
  for (const run of names) {
    const stored = aStoredRun(plan, [], aHeader(plan, { run }));
    const log = await store.create(run, stored.plan);
    await log.append(stored.journal.toString());
  }
  return store;
};

const found = async (store: JournalStore, text: string) => (await findRun(store, text)).header.run;

describe('a run is found', () => {
  it('by its name, by a beginning that only one has, and as the last', async () => {
    const store = await storeOf(first, second, third);
    expect(await found(store, second)).toBe(second);
    expect(await found(store, '20260101T000000Z-aa')).toBe(first);
    expect(await found(store, '20260102')).toBe(third);
    expect(await found(store, 'last')).toBe(third);
  });

  it('by its whole name, also when another one begins with it', async () => {
    const store = await storeOf(first, `${first}-copy`);
    expect(await found(store, first)).toBe(first);
  });
});

describe('a run is not found', () => {
  it('by a beginning that several have, and they are named', async () => {
    const store = await storeOf(first, second, third);
    await expect(findRun(store, '20260101')).rejects.toMatchObject({
      reason: 'error',
      message: '2 runs begin with 20260101.',
      help: `Say which: ${first}, ${second}.`,
    });
  });

  it('by what no run begins with', async () => {
    await expect(findRun(await storeOf(first), '2027')).rejects.toMatchObject({
      message: 'There is no run 2027.',
      help: expect.stringContaining('--journal'),
    });
  });

  it('by nothing at all', async () => {
    await expect(findRun(await storeOf(first), '')).rejects.toMatchObject({ reason: 'error' });
  });

  it.each(['last', first])('as %s where there are none yet', async (text) => {
    await expect(findRun(makeMemoryJournalStore(), text)).rejects.toMatchObject({ message: 'There are no runs yet.' });
  });

  it('when it was killed before it began', async () => {
    const store: JournalStore = { ...(await storeOf(first)), read: async () => undefined };
    await expect(findRun(store, 'last')).rejects.toMatchObject({
      message: `The run ${first} has no plan or no journal: it was killed before it began.`,
      help: 'Nothing was written by it.',
    });
  });

  it('when its journal was changed', async () => {
    const store = await storeOf(first);
    const stored = await store.read(first);
    const journal = Buffer.from(String(stored?.journal).replace('memory', 'elsewhere'));
    const changed = aStoredRun(aPlanOf([aChange('delete')]));
    const other: JournalStore = { ...store, read: async () => ({ plan: changed.plan, journal }) };
    await expect(findRun(other, 'last')).rejects.toMatchObject({
      message: expect.stringContaining(`The run ${first} cannot be used: `),
      help: expect.stringContaining('backup'),
    });
  });
});
