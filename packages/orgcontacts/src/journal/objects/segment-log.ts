import type { AppendLog } from '../journal-store.ts';
import type { ObjectStore } from './object-store.ts';
import { packKey, segmentKey } from './segments.ts';

interface Waiting {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (thrown: unknown) => void;
}

/** Where a log goes on. */
export interface SegmentLogOptions {
  /** Keys of its objects begin so. */
  readonly prefix: string;
  /** The number of its first segment. */
  readonly next: number;
  /** Rejects when nothing may be written any more: somebody else holds the claim. */
  readonly mayWrite: () => void;
}

/**
 * Appends lines as objects, stored before each promise resolves; lines that come while one is on its way share the next. A segment that
 * somebody else has written ends the log: two never write one journal.
 */
export const makeSegmentLog = (objects: ObjectStore, { prefix, next, mayWrite }: SegmentLogOptions): AppendLog => {
  let number = next;
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let broken: { readonly because: unknown } | undefined;
  const stored: string[] = [];
  const store = async (text: string): Promise<void> => {
    mayWrite();
    const key = `${prefix}${segmentKey(number)}`;
    if (!(await createOnce(objects, key, text))) throw new Error(`Somebody else has written ${key}.`);
    number++;
    stored.push(text);
  };
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        if (broken) throw broken.because;
        await store(batch.map(({ line }) => line).join(''));
        for (const { resolve } of batch) resolve();
      } catch (thrown) {
        broken ??= { because: thrown };
        for (const { reject } of batch) reject(broken.because);
      }
    }
    writing = undefined;
  };
  return {
    append: (line) =>
      new Promise((resolve, reject) => {
        waiting.push({ line, resolve, reject });
        writing ??= drain();
      }),
    close: async () => {
      await writing;
      // A convenience for readers: without it they read every segment.
      if (!broken && stored.length > 1) await objects.create(`${prefix}${packKey(next, number - 1)}`, stored.join(''));
    },
  };
};

/** Creates an object unless there is another one; one of the same text is ours, of which the answer was lost. */
const createOnce = async (objects: ObjectStore, key: string, text: string): Promise<boolean> =>
  (await objects.create(key, text)) || (await objects.get(key))?.toString('utf8') === text;
