import type { AppendLog, JournalStore } from '../journal-store.ts';

/**
 * Keeps runs in memory, for tests and simulations.
 *
 * @example
 * ```ts
 * import { readRunOf } from 'orgcontacts';
 * import { makeMemoryJournalStore } from 'orgcontacts/memory';
 *
 * const read = await readRunOf(makeMemoryJournalStore(), 'run-1'); // of kind 'never-began'
 * ```
 */
export const makeMemoryJournalStore = (): JournalStore => {
  const runs = new Map<string, { plan: string; journal: Buffer[]; summary?: string }>();
  const find = (run: string) => {
    const found = runs.get(run);
    if (!found) throw new Error(`There is no run ${run}.`);
    return found;
  };
  const logOf = (run: string): AppendLog => ({
    append: async (line) => {
      find(run).journal.push(Buffer.from(line));
    },
    close: async () => {},
  });
  let isClaimed = false;
  return {
    place: 'memory',
    claim: async () => {
      if (isClaimed) return { kind: 'taken', by: 'another run' };
      isClaimed = true;
      return {
        kind: 'held',
        release: async () => {
          isClaimed = false;
        },
      };
    },
    freeBytes: async () => Number.POSITIVE_INFINITY,
    list: async () => [...runs.keys()].sort(),
    create: async (run, plan) => {
      if (runs.has(run)) throw new Error(`The run ${run} exists already.`);
      runs.set(run, { plan, journal: [] });
      return logOf(run);
    },
    reopen: async (run, length) => {
      const found = find(run);
      found.journal = [Buffer.concat(found.journal).subarray(0, length)];
      return logOf(run);
    },
    read: async (run) => {
      const found = runs.get(run);
      return found && { plan: found.plan, journal: Buffer.concat(found.journal) };
    },
    readFrom: async (run, start) => {
      const found = runs.get(run);
      return found && Buffer.concat(found.journal).subarray(start);
    },
    remove: async (run) => {
      find(run);
      runs.delete(run);
    },
    writeSummary: async (run, summary) => {
      find(run).summary = summary;
    },
  };
};
