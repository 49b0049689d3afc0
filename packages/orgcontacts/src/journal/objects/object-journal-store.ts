import type { JournalStore, StoredRun } from '../journal-store.ts';
import { type ClaimTools, claimObjects } from './claim-objects.ts';
import { cutMark, joinSegments } from './join-segments.ts';
import type { ObjectStore } from './object-store.ts';
import { runAllInOrder } from './run-all-in-order.ts';
import { makeSegmentLog } from './segment-log.ts';
import { choosePieces, segmentKey } from './segments.ts';

/**
 * Keeps runs as objects that are never written twice, but for summaries and claims: `runs/<run>/plan.json`, and the journal in numbered
 * segments below `runs/<run>/journal/`. An entry is stored when its promise resolves, and read by whoever looks after that: S3 is strongly
 * consistent (AWS docs: "Amazon S3 data consistency model"). Whoever loses its claim can append nothing more.
 */
export const makeObjectJournalStore = (objects: ObjectStore, tools: ClaimTools): JournalStore => {
  const folderOf = (run: string) => `runs/${run}/`;
  const journalOf = (run: string) => `runs/${run}/journal/`;
  let mayWrite = (): void => {};
  const log = (run: string, next: number) =>
    makeSegmentLog(objects, { prefix: journalOf(run), next, mayWrite: () => mayWrite() });
  const readJournal = (run: string) => readPieces(objects, journalOf(run));
  return {
    place: objects.place,
    claim: async () => {
      const { claim, requireHeld } = await claimObjects(objects, 'claims/', tools);
      if (claim.kind === 'taken') return claim;
      mayWrite = requireHeld;
      return {
        kind: 'held',
        release: async () => {
          mayWrite = () => {};
          await claim.release();
        },
      };
    },
    freeBytes: async () => Number.POSITIVE_INFINITY,
    list: () => objects.folders('runs/'),
    create: async (run, plan) => {
      if (!(await objects.create(`${folderOf(run)}plan.json`, plan))) throw new Error(`The run ${run} exists already.`);
      return log(run, 1);
    },
    reopen: async (run, length) => {
      const read = await readJournal(run);
      if (!read) throw new Error(`There is no run ${run}.`);
      let next = read.last + 1;
      if (length < read.journal.length) {
        const cut = `${journalOf(run)}${segmentKey(next++)}`;
        if (!(await objects.create(cut, cutMark(length)))) throw new Error(`Somebody else has written ${cut}.`);
      }
      return log(run, next);
    },
    read: async (run): Promise<StoredRun | undefined> => {
      const plan = await objects.get(`${folderOf(run)}plan.json`);
      const read = plan && (await readJournal(run));
      return read && { plan: plan.toString('utf8'), journal: read.journal };
    },
    readFrom: async (run, start) => (await readJournal(run))?.journal.subarray(start),
    remove: async (run) => {
      const keys = await objects.list(folderOf(run));
      if (keys.length === 0) throw new Error(`There is no run ${run}.`);
      await runAllInOrder(keys, (key) => objects.remove(key));
    },
    writeSummary: (run, summary) => objects.put(`${folderOf(run)}summary.json`, summary),
  };
};

/** A journal and the number of its last segment; undefined where there is none. */
const readPieces = async (
  objects: ObjectStore,
  prefix: string,
): Promise<{ readonly journal: Buffer; readonly last: number } | undefined> => {
  const pieces = choosePieces(await objects.list(prefix));
  const last = pieces.at(-1)?.last;
  if (last === undefined) return undefined;
  const bodies = await runAllInOrder(pieces, async ({ key }) => {
    const body = await objects.get(key);
    if (!body) throw new Error(`${key} was taken away while it was read.`);
    return body;
  });
  return { journal: joinSegments(bodies), last };
};
