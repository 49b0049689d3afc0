import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeMemoryObjects } from '../journal/objects/memory-objects.builder.ts';
import { makeVirtualClock } from '../pace/virtual-clock.ts';
import { makeFileShelf } from '../watch/file/file-shelf.ts';
import { makeObjectShelf } from '../watch/object-shelf.ts';
import { readPause, removePause, writePause } from '../watch/pause.ts';
import type { Shelf } from '../watch/shelf.ts';
import { runLine } from './io.builder.ts';
import { openJournal, openShelf } from './open-journal.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgcontacts-open-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the place of journals', () => {
  it('is a folder, or a bucket', async () => {
    expect((await openJournal(folder)).place).toBe(folder);
    expect((await openJournal('s3://example-journals/production/')).place).toBe('s3://example-journals/production/');
    expect((await openShelf('s3://example-journals')).place).toBe('s3://example-journals/');
  });

  it.each(['s3://', 's3://a', 's3://Example/prefix', 's3:///prefix'])('is not %s', async (place) => {
    await expect(openJournal(place)).rejects.toThrow(`${place} names no bucket.`);
  });
});

const shelves: readonly (readonly [string, () => Shelf])[] = [
  ['in a folder', () => makeFileShelf(join(folder, '.orgcontacts'))],
  ['of objects', () => makeObjectShelf(makeMemoryObjects(), { clock: makeVirtualClock(), holder: 'one' })],
];

describe.each(shelves)('a shelf %s', (_, make) => {
  it('keeps a text until it is replaced or taken away', async () => {
    const shelf = make();
    expect(await shelf.read('watch.json')).toBeUndefined();
    await shelf.write('watch.json', 'long, and first');
    await shelf.write('watch.json', 'é');
    expect(await shelf.read('watch.json')).toBe('é');
    await shelf.remove('watch.json');
    await shelf.remove('watch.json');
    expect(await shelf.read('watch.json')).toBeUndefined();
  });

  it('is claimed by one watch at a time', async () => {
    const shelf = make();
    const first = await shelf.claim();
    expect(await shelf.claim()).toMatchObject({ kind: 'taken' });
    if (first.kind === 'held') await first.release();
    const second = await shelf.claim();
    expect(second.kind).toBe('held');
    if (second.kind === 'held') await second.release();
  });

  it('is paused until it is not; a pause that cannot be read is one', async () => {
    const shelf = make();
    expect(await readPause(shelf)).toBeUndefined();
    await writePause(shelf, { at: '2026-11-24T09:30:00.000Z', reason: 'new desk' });
    expect(await readPause(shelf)).toBe('writing is paused since 2026-11-24T09:30:00.000Z (new desk)');
    await shelf.write('paused.json', '{');
    expect(await readPause(shelf)).toContain('writing is paused');
    await removePause(shelf);
    expect(await readPause(shelf)).toBeUndefined();
  });
});

it('pause and unpause say what they did', async () => {
  expect(await runLine(['pause', '--journal', folder])).toMatchObject({
    status: 0,
    out: `Watches of ${folder} write nothing from now on.\n`,
  });
  expect(await readPause(makeFileShelf(folder))).toContain('writing is paused since 2026-01-01');
  expect(JSON.parse((await runLine(['unpause', '--journal', folder, '--json'])).out)).toMatchObject({
    kind: 'unpaused',
    place: folder,
  });
  expect(await readPause(makeFileShelf(folder))).toBeUndefined();
});
