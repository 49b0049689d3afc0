import { expect, it } from 'vitest';
import { changes } from '../plan/plan.builder.ts';
import { chainStart, readChain } from './chain.ts';
import { aHeader, anIntent, anOutcome, aPlanOf, at, written } from './journal.builder.ts';
import { makeJournal } from './journal.ts';
import { makeMemoryJournalStore } from './memory/memory-journal-store.ts';

const plan = aPlanOf(changes(50, 'update'));

const read = async (store: ReturnType<typeof makeMemoryJournalStore>) => {
  const chain = readChain((await store.read('run-1'))?.journal ?? Buffer.alloc(0));
  if (chain.kind === 'broken') throw new Error(chain.because);
  return chain;
};

it('keeps the chain whole however many entries are recorded together', async () => {
  const store = makeMemoryJournalStore();
  const journal = makeJournal(await store.create('run-1', ''), chainStart);
  const entries = [aHeader(plan), ...plan.changes.map((_, item) => anIntent(plan, item))];
  await Promise.all(entries.map((entry) => journal.record(entry)));
  await journal.close();
  expect((await read(store)).entries).toEqual(entries);
});

it('goes on where an earlier one ended', async () => {
  const store = makeMemoryJournalStore();
  const first = makeJournal(await store.create('run-1', ''), chainStart);
  await first.record(aHeader(plan));
  await first.record(anIntent(plan, 0));
  const { head, length } = await read(store);
  const second = makeJournal(await store.reopen('run-1', length), head);
  await second.record({ kind: 'resumed', at: at(9), tool: '0.0.0' });
  await second.record(anOutcome(0, written));
  expect((await read(store)).entries.map(({ kind }) => kind)).toEqual(['header', 'intent', 'resumed', 'done']);
});
