import type { JournalStore } from '../../../journal/journal-store.ts';
import { readRunOf } from '../../../journal/run-record.ts';
import type { RunAccount } from '../../../report/report-parts.ts';
import { accountOf } from '../../run-account.ts';

/** The runs of a store, the newest first, and those that cannot be used. */
export const listRuns = async (store: JournalStore) => {
  const runs: RunAccount[] = [];
  const unusable: { run: string; because: string }[] = [];
  for (const run of (await store.list()).toReversed()) {
    const read = await readRunOf(store, run);
    if (read.kind === 'run') runs.push(accountOf(read.record));
    else unusable.push({ run, because: read.because });
  }
  return { runs, unusable };
};
