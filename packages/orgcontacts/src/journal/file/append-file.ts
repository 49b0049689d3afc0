import { type FileHandle, open } from 'node:fs/promises';
import type { AppendLog } from '../journal-store.ts';

interface Waiting {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (thrown: unknown) => void;
}

/** A write that failed, perhaps half way: what follows it would not belong to the chain. */
interface Broken {
  readonly because: unknown;
}

/** Appends lines to a file, durable before each promise resolves; lines that come together share one write and one fsync. */
export const openAppendFile = async (path: string): Promise<AppendLog> => {
  const file = await open(path, 'a', 0o600);
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let broken: Broken | undefined;
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      broken ??= await writeBatch(file, batch);
      if (broken) for (const { reject } of batch) reject(broken.because);
    }
    writing = undefined;
  };
  return {
    append: (line) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken.because);
        waiting.push({ line, resolve, reject });
        writing ??= drain();
      }),
    close: async () => {
      await writing;
      await file.close();
    },
  };
};

const writeBatch = async (file: FileHandle, batch: readonly Waiting[]): Promise<Broken | undefined> => {
  try {
    await file.appendFile(batch.map(({ line }) => line).join(''));
    await file.datasync();
  } catch (thrown) {
    return { because: thrown };
  }
  for (const { resolve } of batch) resolve();
  return undefined;
};
