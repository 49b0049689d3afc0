import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { planOf } from '../apply/run.builder.ts';
import { makeFileJournalStore } from '../journal/file/file-journal-store.ts';
import { makeMemoryJournalStore } from '../journal/memory/memory-journal-store.ts';
import { CliError } from './cli-error.ts';
import { journalTrouble, requireRoom, whileClaimed } from './journal-place.ts';

const nothing = planOf([], 0);

const troubleOf = async (doing: Promise<unknown>): Promise<CliError> => {
  const thrown = await doing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (thrown instanceof CliError) return thrown;
  throw new Error(`no trouble was told, but ${String(thrown)}`);
};

it('has nothing to say where there is room', async () => {
  await expect(requireRoom(makeMemoryJournalStore(), nothing)).resolves.toBeUndefined();
});

it('says before anything is written that the disk is too full for the journal', async () => {
  const full = { ...makeMemoryJournalStore(), place: '.orgcontacts', freeBytes: async () => 100 };
  const { reason, message, help } = await troubleOf(requireRoom(full, nothing));
  expect(reason).toBe('error');
  expect(message).toMatch(
    /^The journal may need \d+\.\d MB in \.orgcontacts, and there are 0\.0 MB; nothing was changed\.$/,
  );
  expect(help).toContain('--journal FOLDER');
});

it('says that a folder cannot be written to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'orgcontacts-place-'));
  const file = join(folder, 'file');
  await writeFile(file, '');
  const { message } = await troubleOf(requireRoom(makeFileJournalStore(join(file, 'journal')), nothing));
  await rm(folder, { recursive: true });
  expect(message).toMatch(/^The journal cannot be kept in .*file\/journal: ENOTDIR.*; nothing was changed\.$/);
});

it('lets one run in at a time, says who it is, and lets the next one in afterwards, also when the first one failed', async () => {
  const store = makeMemoryJournalStore();
  const second = await whileClaimed(store, () => troubleOf(whileClaimed(store, async () => 'never')));
  expect(second.message).toBe('Another run is under way in memory: another run; nothing was changed.');
  await expect(whileClaimed(store, async () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(await whileClaimed(store, async () => 'done')).toBe('done');
});

it('does not take what goes wrong inside for trouble with the place', async () => {
  const broken = Object.assign(new Error('inside'), { code: 'EPIPE' });
  await expect(whileClaimed(makeMemoryJournalStore(), () => Promise.reject(broken))).rejects.toBe(broken);
});

it.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EFBIG'])('says how to go on when the disk ends a run with %s', (code) => {
  const trouble = journalTrouble(
    Object.assign(new Error('no space left on device'), { code }),
    '.orgcontacts',
    'run-1',
  );
  expect(trouble).toMatchObject({
    reason: 'error',
    message: expect.stringMatching(
      /^The journal of run-1 could not be written in \.orgcontacts: no space left.*nothing was sent/,
    ),
    help: 'Make room, then go on with: orgcontacts resume run-1',
  });
});

it('takes nothing else for trouble with the disk', () => {
  for (const thrown of [
    new Error('a mistake'),
    Object.assign(new Error('network'), { code: 'ECONNRESET' }),
    'a text',
  ]) {
    expect(journalTrouble(thrown, '.orgcontacts', 'run-1')).toBe(thrown);
  }
});
