import { expect, it } from 'vitest';
import type { Contact } from '../contact/contact.ts';
import { aHeader, anIntent, anOutcome, aPlanOf, aRecord, aStoredRun, written } from '../journal/journal.builder.ts';
import { makeMemoryJournalStore } from '../journal/memory/memory-journal-store.ts';
import { type UndoVerdict, writtenBy } from '../journal/undo-plan.ts';
import type { Change } from '../plan/change.ts';
import { aChange } from '../plan/plan.builder.ts';
import { aContact } from '../resolve/policy.builder.ts';
import { editorsOf } from './editors-of.ts';

/** An update of the first account to a contact of this name. */
const updateTo = (name: string, account = 0): Change =>
  ({ ...aChange('update', account), after: aContact(name) }) as Change;

/** Runs by name, each with its one change written. */
const storeOf = async (runs: Readonly<Record<string, Change>>) => {
  const store = makeMemoryJournalStore();
  for (const [run, change] of Object.entries(runs)) {
    const plan = aPlanOf([change]);
    const entries = [anIntent(plan, 0), anOutcome(0, written)];
    const stored = aStoredRun(plan, entries, aHeader(plan, { run }));
    const log = await store.create(run, stored.plan);
    await log.append(stored.journal.toString());
  }
  return store;
};

const edited = (live: Contact | null): UndoVerdict => ({ kind: 'edited-since-run', live });

/** Who is named as the editor when run-2 is undone and this is found. */
const editorWhen = async (runs: Readonly<Record<string, Change>>, verdict: UndoVerdict) => {
  const plan = aPlanOf([updateTo('Mary')]);
  const record = aRecord(plan, [anIntent(plan, 0), anOutcome(0, written)], aHeader(plan, { run: 'run-2' }));
  const [mine] = writtenBy(record);
  if (!mine) throw new Error('the run wrote nothing');
  const judged = await editorsOf(await storeOf(runs), record, [{ written: mine, verdict }]);
  expect(judged).toHaveLength(1);
  return judged[0]?.editedBy;
};

it('names the later run of ours that wrote what is live', async () => {
  expect(await editorWhen({ 'run-3': updateTo('Nikki') }, edited(aContact('Nikki')))).toBe('run-3');
});

it('names the last of several later runs that wrote the same', async () => {
  const runs = { 'run-3': updateTo('Nikki'), 'run-4': updateTo('Nikki'), 'run-5': updateTo('Paulo') };
  expect(await editorWhen(runs, edited(aContact('Nikki')))).toBe('run-4');
});

it('names a later run that took the contact away', async () => {
  expect(await editorWhen({ 'run-3': aChange('delete') }, edited(null))).toBe('run-3');
});

it('names nobody when no later run wrote this: not another value, account or type, nor an earlier run', async () => {
  expect(await editorWhen({ 'run-3': updateTo('Paulo') }, edited(aContact('Nikki')))).toBeNull();
  expect(await editorWhen({ 'run-3': updateTo('Nikki', 1) }, edited(aContact('Nikki')))).toBeNull();
  const security = { ...aChange('update', 0, 'SECURITY'), after: aContact('Nikki') } as Change;
  expect(await editorWhen({ 'run-3': security }, edited(aContact('Nikki')))).toBeNull();
  expect(await editorWhen({ 'run-1': updateTo('Nikki') }, edited(aContact('Nikki')))).toBeNull();
});

it('names nobody for what nobody edited', async () => {
  expect(await editorWhen({ 'run-3': updateTo('Nikki') }, { kind: 'restore', live: aContact('Nikki') })).toBeNull();
});

it('passes over later runs whose journal cannot be used', async () => {
  const runs = { 'run-3': updateTo('Nikki') };
  const store = await storeOf(runs);
  await (await store.create('run-4', 'no plan')).append('no journal');
  const plan = aPlanOf([updateTo('Mary')]);
  const record = aRecord(plan, [anIntent(plan, 0)], aHeader(plan, { run: 'run-2' }));
  const [mine] = writtenBy(record);
  if (!mine) throw new Error('the run wrote nothing');
  const judged = await editorsOf(store, record, [{ written: mine, verdict: edited(aContact('Nikki')) }]);
  expect(judged[0]?.editedBy).toBe('run-3');
});
