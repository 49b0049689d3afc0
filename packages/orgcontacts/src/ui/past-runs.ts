import type { RunRecord } from '../journal/run-fold.ts';
import { readRunOf, type StoredRecord } from '../journal/run-record.ts';
import type { PastChange } from '../page/account-page.ts';
import type { RunList, RunPage, ShownRun } from '../page/run-page.ts';
import { itemState, shownItems } from '../page/shown-items.ts';
import { shownRun } from '../page/shown-run.ts';
import type { UiWorld } from './ui-world.ts';

/** Runs as they were kept. */
export interface PastRuns {
  readonly list: () => Promise<RunList>;
  readonly page: (run: string) => Promise<RunPage | undefined>;
  /** What runs did to one account, the newest first. */
  readonly historyOf: (accountId: string) => Promise<readonly PastChange[]>;
}

/** An account's page goes back over so many runs. Own choice. */
const mostRuns = 50;

/** Makes the past runs; a journal is read again only once it has grown. */
export const makePastRuns = (world: UiWorld, isRunning: (run: string) => boolean): PastRuns => {
  const { store, about } = world;
  const known = new Map<string, StoredRecord>();
  const load = async (run: string) => {
    const earlier = known.get(run);
    if (earlier && (await store.readFrom(run, earlier.length))?.length === 0) return earlier;
    const read = await readRunOf(store, run);
    if (read.kind !== 'run') return read;
    known.set(run, read.record);
    return read.record;
  };
  const names = async () => (await store.list()).toReversed();
  return {
    list: async () => {
      const runs: ShownRun[] = [];
      const unusable: RunList['unusable'][number][] = [];
      for (const run of await names()) {
        const record = await load(run);
        if ('kind' in record) unusable.push({ run, because: record.because });
        else runs.push(shownRun(record, isRunning(run)));
      }
      return { runs, unusable };
    },
    page: async (run) => {
      if (!(await store.list()).includes(run)) return undefined;
      const record = await load(run);
      if ('kind' in record) return undefined;
      return { run: shownRun(record, isRunning(run)), items: shownItems(record, about.values) };
    },
    historyOf: async (accountId) => {
      const past: PastChange[] = [];
      for (const run of (await names()).slice(0, mostRuns)) {
        const record = await load(run);
        if (!('kind' in record)) past.push(...changesIn(record, accountId, about.values));
      }
      return past;
    },
  };
};

/** What a run did to one account. Pure. */
const changesIn = (record: RunRecord, accountId: string, values: 'whole' | 'masked'): readonly PastChange[] => {
  if (!record.plan.changes.some(({ account }) => account.id === accountId)) return [];
  return shownItems(record, values).flatMap((item, index) =>
    item.accountId === accountId
      ? [
          {
            run: record.header.run,
            at: record.header.at,
            type: item.type,
            kind: item.kind,
            before: item.before,
            after: item.after,
            outcome: itemState(record.items.get(index)),
          },
        ]
      : [],
  );
};
