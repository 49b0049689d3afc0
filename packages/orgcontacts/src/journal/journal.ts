import { linkEntry } from './chain.ts';
import type { Entry } from './entry.ts';
import type { AppendLog } from './journal-store.ts';

/** Records what a run means to do and does. */
export interface Journal {
  /** Resolves when the entry is durable. */
  record(entry: Entry): Promise<void>;
  /** Nothing can be recorded any more. */
  close(): Promise<void>;
}

/** Makes a journal that writes to a log, going on after the line with the given hash. */
export const makeJournal = (log: AppendLog, head: string): Journal => {
  let prev = head;
  return {
    record: (entry) => {
      // Linked at once and appended in the same order, so that the chain holds however many are recorded together.
      const { line, hash } = linkEntry(entry, prev);
      prev = hash;
      return log.append(line);
    },
    close: () => log.close(),
  };
};
