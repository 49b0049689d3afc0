import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openAppendFile } from './append-file.ts';
import { makeFileJournalStore } from './file-journal-store.ts';

let temporary: string;
let folder: string;

beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'orgcontacts-journal-'));
  folder = join(temporary, 'deep', '.orgcontacts');
});

afterEach(() => rm(temporary, { recursive: true }));

const modeOf = async (...path: readonly string[]) => ((await stat(join(folder, ...path))).mode & 0o777).toString(8);

const aRun = async (run: string) => {
  const store = makeFileJournalStore(folder);
  const log = await store.create(run, '{}\n');
  await log.append('one\n');
  await log.close();
  await store.writeSummary(run, '{"how":"finished"}\n');
  return store;
};

it('keeps a run as plan.json, journal.jsonl and summary.json in a folder of its own', async () => {
  await aRun('run-1');
  const files = join(folder, 'runs', 'run-1');
  expect((await readdir(files)).sort()).toEqual(['journal.jsonl', 'plan.json', 'summary.json']);
  expect(await readFile(join(files, 'plan.json'), 'utf8')).toBe('{}\n');
  expect(await readFile(join(files, 'journal.jsonl'), 'utf8')).toBe('one\n');
  expect(await readFile(join(files, 'summary.json'), 'utf8')).toBe('{"how":"finished"}\n');
});

it('lets nobody else look at contacts: folders are 0700 and files 0600', async () => {
  await aRun('run-1');
  expect([await modeOf(), await modeOf('runs'), await modeOf('runs', 'run-1')]).toEqual(['700', '700', '700']);
  for (const file of ['plan.json', 'journal.jsonl', 'summary.json']) {
    expect(await modeOf('runs', 'run-1', file)).toBe('600');
  }
  expect(await modeOf('.gitignore')).toBe('600');
});

it('keeps everything out of git', async () => {
  await aRun('run-1');
  expect(await readFile(join(folder, '.gitignore'), 'utf8')).toBe('*\n');
});

it('lists folders only, whatever else lies about', async () => {
  const store = await aRun('run-1');
  await writeFile(join(folder, 'runs', 'notes.txt'), '');
  expect(await store.list()).toEqual(['run-1']);
});

it('knows no run of which the journal was never begun', async () => {
  const store = await aRun('run-1');
  await mkdir(join(folder, 'runs', 'run-2'));
  await writeFile(join(folder, 'runs', 'run-2', 'plan.json'), '{}');
  expect(await store.read('run-2')).toBeUndefined();
});

it('says so when a run cannot be read, rather than that there is none', async () => {
  const store = await aRun('run-1');
  const plan = join(folder, 'runs', 'run-1', 'plan.json');
  await rm(plan);
  await mkdir(plan);
  await expect(store.read('run-1')).rejects.toThrow('EISDIR');
  await chmod(plan, 0o700);
});

it('leaves the journal as it was when a run is only read', async () => {
  const store = await aRun('run-1');
  await store.read('run-1');
  expect(await readFile(join(folder, 'runs', 'run-1', 'journal.jsonl'), 'utf8')).toBe('one\n');
});

it('finishes what was appended before it closes', async () => {
  await mkdir(folder, { recursive: true });
  const log = await openAppendFile(join(folder, 'log'));
  const appended = Promise.all([log.append('one\n'), log.append('two\n')]);
  await log.close();
  await appended;
  expect(await readFile(join(folder, 'log'), 'utf8')).toBe('one\ntwo\n');
});

it('writes nothing more after an append failed: a line after a gap would break the chain', async () => {
  await mkdir(folder, { recursive: true });
  const log = await openAppendFile(join(folder, 'log'));
  await log.append('one\n');
  await log.close();
  const ends = await Promise.allSettled([log.append('two\n'), log.append('three\n')]);
  const later = await log.append('four\n').catch((thrown: unknown) => thrown);
  const last = await log.append('five\n').catch((thrown: unknown) => thrown);
  const [second, third] = ends.map((end) => end.status === 'rejected' && end.reason);
  expect(second).toBeInstanceOf(Error);
  expect(third).toBe(second);
  expect([later, last]).toEqual([second, second]);
  expect(await readFile(join(folder, 'log'), 'utf8')).toBe('one\n');
});
