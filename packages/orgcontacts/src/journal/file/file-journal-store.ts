import { mkdir, open, readdir, readFile, rename, rm, statfs, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalStore, StoredRun } from '../journal-store.ts';
import { openAppendFile } from './append-file.ts';
import { claimFolder } from './claim-folder.ts';
import { isMissing } from './is-missing.ts';
import { writeDurably } from './write-durably.ts';

/** The files of a run. */
const planFile = 'plan.json';
const journalFile = 'journal.jsonl';
const summaryFile = 'summary.json';

/**
 * Keeps runs in a folder, one folder each. Contacts are personal data: folders are 0700, files 0600, and a `.gitignore` keeps them
 * out of git. The folder is made when it is first written to.
 *
 * @example
 * ```ts
 * import { makeFileJournalStore } from 'orgcontacts';
 *
 * const store = makeFileJournalStore('.orgcontacts');
 * const claim = await store.claim();
 * if (claim.kind === 'taken') throw new Error(`${store.place} is in use by ${claim.by}.`);
 * // Runs are made here.
 * await claim.release();
 * ```
 */
export const makeFileJournalStore = (folder: string): JournalStore => {
  const runs = join(folder, 'runs');
  const fileOf = (run: string, file: string) => join(runs, run, file);
  const makeFolder = async () => {
    await mkdir(runs, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, '.gitignore'), '*\n', { mode: 0o600 });
  };
  return {
    place: folder,
    claim: async () => {
      await makeFolder();
      return claimFolder(join(folder, 'claims'));
    },
    freeBytes: async () => {
      await makeFolder();
      const { bavail, bsize } = await statfs(runs);
      return bavail * bsize;
    },
    list: async () => (await readdirOrNone(runs)).sort(),
    create: async (run, plan) => {
      await makeFolder();
      await mkdir(join(runs, run), { mode: 0o700 });
      await writeDurably(fileOf(run, planFile), plan);
      const log = await openAppendFile(fileOf(run, journalFile));
      await syncFolder(join(runs, run));
      await syncFolder(runs);
      return log;
    },
    reopen: async (run, length) => {
      await truncate(fileOf(run, journalFile), length);
      return openAppendFile(fileOf(run, journalFile));
    },
    read: (run) => readRunFiles(fileOf(run, planFile), fileOf(run, journalFile)),
    readFrom: (run, start) => readBytesFrom(fileOf(run, journalFile), start),
    remove: async (run) => {
      await rm(join(runs, run), { recursive: true });
      await syncFolder(runs);
    },
    writeSummary: async (run, summary) => {
      const temporary = fileOf(run, `${summaryFile}.new`);
      await writeDurably(temporary, summary);
      await rename(temporary, fileOf(run, summaryFile));
    },
  };
};

const readRunFiles = async (plan: string, journal: string): Promise<StoredRun | undefined> => {
  try {
    return { plan: await readFile(plan, 'utf8'), journal: await readFile(journal) };
  } catch (thrown) {
    if (isMissing(thrown)) return undefined;
    throw thrown;
  }
};

const readBytesFrom = async (path: string, start: number): Promise<Buffer | undefined> => {
  try {
    const handle = await open(path, 'r');
    try {
      const length = Math.max(0, (await handle.stat()).size - start);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, start);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    if (isMissing(thrown)) return undefined;
    throw thrown;
  }
};

const readdirOrNone = async (folder: string): Promise<string[]> => {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (thrown) {
    if (isMissing(thrown)) return [];
    throw thrown;
  }
};

/** A new file is only safe once its folder is: the name is stored there. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
