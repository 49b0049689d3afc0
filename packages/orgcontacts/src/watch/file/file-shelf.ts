import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { claimFolder } from '../../journal/file/claim-folder.ts';
import { isMissing } from '../../journal/file/is-missing.ts';
import { writeDurably } from '../../journal/file/write-durably.ts';
import type { Shelf } from '../shelf.ts';

/** Keeps texts as files of a folder: 0600 in 0700, and out of git. The folder is made when it is first written to. */
export const makeFileShelf = (folder: string): Shelf => {
  const makeFolder = async (): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, '.gitignore'), '*\n', { mode: 0o600 });
  };
  return {
    place: folder,
    claim: async () => {
      await makeFolder();
      return claimFolder(join(folder, 'watch-claims'));
    },
    read: async (name) => {
      try {
        return await readFile(join(folder, name), 'utf8');
      } catch (thrown) {
        if (isMissing(thrown)) return undefined;
        throw thrown;
      }
    },
    write: async (name, text) => {
      await makeFolder();
      const draft = join(folder, `${name}.${randomUUID()}.draft`);
      await writeDurably(draft, text);
      await rename(draft, join(folder, name));
    },
    remove: (name) => rm(join(folder, name), { force: true }),
  };
};
