import { writeFile } from 'node:fs/promises';

/** Writes a file that only its owner may read; its text is on the disk when the promise resolves, its name when its folder is synced. */
export const writeDurably = (path: string, text: string): Promise<void> =>
  writeFile(path, text, { mode: 0o600, flush: true });
