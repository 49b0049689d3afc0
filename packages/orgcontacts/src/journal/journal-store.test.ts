import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type LocalS3, startLocalS3 } from './aws/local-s3.builder.ts';
import { makeS3JournalStore } from './aws/s3-journal-store.ts';
import { makeFileJournalStore } from './file/file-journal-store.ts';
import type { JournalStore } from './journal-store.ts';
import { makeMemoryJournalStore } from './memory/memory-journal-store.ts';

const folders: string[] = [];
const buckets: LocalS3[] = [];

const inS3 = async (): Promise<JournalStore> => {
  const bucket = await startLocalS3();
  buckets.push(bucket);
  return makeS3JournalStore({ ...bucket.place, prefix: 'journals/production' });
};

const inFolder = async (): Promise<JournalStore> => {
  const folder = await mkdtemp(join(tmpdir(), 'orgcontacts-journal-'));
  folders.push(folder);
  return makeFileJournalStore(join(folder, '.orgcontacts'));
};

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
  for (const bucket of buckets.splice(0)) await bucket.close();
});

describe.each([
  ['in a folder', inFolder],
  ['in memory', async () => makeMemoryJournalStore()],
  ['in S3', inS3],
])('a journal store %s', (_, makeStore) => {
  const text = async (store: JournalStore, run: string) => (await store.read(run))?.journal.toString('utf8');

  it('has no runs at first', async () => {
    const store = await makeStore();
    expect(await store.list()).toEqual([]);
    expect(await store.read('nobody')).toBeUndefined();
  });

  it('keeps the plan and the lines of a run', async () => {
    const store = await makeStore();
    const log = await store.create('run-1', '{"plan":"é"}\n');
    await log.append('one\n');
    await log.append('zwei é\n');
    await log.close();
    expect(await store.read('run-1')).toMatchObject({ plan: '{"plan":"é"}\n' });
    expect(await text(store, 'run-1')).toBe('one\nzwei é\n');
  });

  it('gives what follows a byte, to whoever follows a run', async () => {
    const store = await makeStore();
    const log = await store.create('run-1', '');
    await log.append('one\n');
    await log.append('two\n');
    expect((await store.readFrom('run-1', 4))?.toString('utf8')).toBe('two\n');
    expect((await store.readFrom('run-1', 8))?.length).toBe(0);
    expect(await store.readFrom('nobody', 0)).toBeUndefined();
    await log.close();
  });

  it('has each line by the time its promise resolves', async () => {
    const store = await makeStore();
    const log = await store.create('run-1', '');
    await log.append('one\n');
    expect(await text(store, 'run-1')).toBe('one\n');
    await log.close();
  });

  it('keeps the order of lines that come together', async () => {
    const store = await makeStore();
    const log = await store.create('run-1', '');
    const lines = Array.from({ length: 300 }, (_each, index) => `line ${index}\n`);
    await Promise.all(lines.map((line) => log.append(line)));
    await log.close();
    expect(await text(store, 'run-1')).toBe(lines.join(''));
  });

  it('lists its runs in the order of their names', async () => {
    const store = await makeStore();
    for (const run of ['20260103T000000Z-a', '20260101T000000Z-c', '20260102T000000Z-b']) {
      await (await store.create(run, '')).close();
    }
    expect(await store.list()).toEqual(['20260101T000000Z-c', '20260102T000000Z-b', '20260103T000000Z-a']);
  });

  it('refuses to begin a run twice, and leaves the first one as it is', async () => {
    const store = await makeStore();
    const log = await store.create('run-1', 'first');
    await log.append('one\n');
    await log.close();
    await expect(store.create('run-1', 'second')).rejects.toThrow(/exist/i);
    expect(await store.read('run-1')).toMatchObject({ plan: 'first' });
    expect(await text(store, 'run-1')).toBe('one\n');
  });

  it('cuts a torn last line off before it goes on', async () => {
    const store = await makeStore();
    const log = await store.create('run-1', '');
    await log.append('one\n');
    await log.append('{"torn"');
    await log.close();
    const again = await store.reopen('run-1', 4);
    await again.append('two\n');
    await again.close();
    expect(await text(store, 'run-1')).toBe('one\ntwo\n');
  });

  it('cannot take up a run that it does not have', async () => {
    await expect((await makeStore()).reopen('nobody', 0)).rejects.toThrow();
  });

  it('is claimed by one at a time', async () => {
    const store = await makeStore();
    const first = await store.claim();
    expect(first.kind).toBe('held');
    expect(await store.claim()).toMatchObject({ kind: 'taken', by: expect.stringMatching(/./) });
    if (first.kind === 'held') await first.release();
    expect(await store.claim()).toMatchObject({ kind: 'held' });
  });

  it('says where it is and that there is room', async () => {
    const store = await makeStore();
    expect(store.place).not.toBe('');
    expect(await store.freeBytes()).toBeGreaterThan(0);
  });

  it('takes a run away, and no other', async () => {
    const store = await makeStore();
    for (const run of ['run-1', 'run-2']) await (await store.create(run, '')).close();
    await store.remove('run-1');
    expect(await store.list()).toEqual(['run-2']);
    await expect(store.remove('run-1')).rejects.toThrow();
  });

  it('replaces a summary by a later one', async () => {
    const store = await makeStore();
    await (await store.create('run-1', '')).close();
    await store.writeSummary('run-1', 'first, and long');
    await store.writeSummary('run-1', 'second');
    expect(await store.list()).toEqual(['run-1']);
  });
});
