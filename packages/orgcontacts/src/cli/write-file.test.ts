import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CliError } from './cli-error.ts';
import { writeKeeping, writePrivate } from './write-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgcontacts-write-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('writes a new file that only its owner reads, and leaves nothing beside it', async () => {
  const file = join(folder, 'contacts.yaml');
  expect(await writeKeeping(file, 'new')).toBeNull();
  expect(await readFile(file, 'utf8')).toBe('new');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['contacts.yaml']);
});

it('keeps every file that was there before', async () => {
  const file = join(folder, 'contacts.yaml');
  await writeFile(file, 'first');
  expect(await writeKeeping(file, 'second')).toBe(`${file}.bak`);
  expect(await writeKeeping(file, 'third')).toBe(`${file}.bak2`);
  expect(await readFile(`${file}.bak`, 'utf8')).toBe('first');
  expect(await readFile(`${file}.bak2`, 'utf8')).toBe('second');
  expect(await readFile(file, 'utf8')).toBe('third');
});

it('says what to do when the file cannot be written', async () => {
  const trouble = await writeKeeping(join(folder, 'none', 'contacts.yaml'), 'x').catch((thrown: unknown) => thrown);
  expect(trouble).toBeInstanceOf(CliError);
  expect(trouble).toMatchObject({ reason: 'error', message: expect.stringContaining('cannot be written') });
});

it('leaves a file to its owner alone, also one that everybody could read before', async () => {
  const file = join(folder, 'report.csv');
  await writeFile(file, 'an older and longer report', { mode: 0o644 });
  await writePrivate(file, 'new');
  expect(await readFile(file, 'utf8')).toBe('new');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('writes to what is no file as it is', async () => {
  await writePrivate('/dev/null', 'gone');
  expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  expect((await stat('/dev/null')).mode & 0o777).toBe(0o666);
});

it('says what to do when a report cannot be written', async () => {
  await expect(writePrivate(join(folder, 'none', 'report.csv'), 'x')).rejects.toMatchObject({
    reason: 'error',
    message: expect.stringContaining('cannot be written'),
  });
});
