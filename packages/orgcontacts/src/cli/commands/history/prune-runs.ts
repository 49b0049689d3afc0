import type { JournalStore } from '../../../journal/journal-store.ts';
import { readRunOf } from '../../../journal/run-record.ts';
import { countItems } from '../../../journal/summary.ts';
import { countText } from '../../../report/count-text.ts';
import type { KeptRun } from '../../../report/past-runs.ts';
import { CliError } from '../../cli-error.ts';
import { requireConsent } from '../../consent.ts';
import type { ExitReason } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { whileClaimed } from '../../journal-place.ts';
import type { OutputOptions } from '../../output-options.ts';
import { printReport } from '../../print-report.ts';

interface PruneOptions extends OutputOptions {
  readonly olderThan?: number;
  readonly yes?: boolean;
}

/** Removes old runs for good, those that are whole; what may still be resumed or looked into stays. */
export const pruneRuns = (io: Io, store: JournalStore, options: PruneOptions): Promise<ExitReason> => {
  const { olderThan, yes } = options;
  if (olderThan === undefined) {
    throw new CliError(
      'error',
      'Which runs to remove was not said.',
      'Say how old they have to be, as --older-than 365d',
    );
  }
  return whileClaimed<ExitReason>(store, async () => {
    const { old, kept } = await sortOut(store, io.clock.now() - olderThan);
    if (old.length > 0) {
      if (!options.json) io.err(`To be removed, and then never to be undone: ${old.join(', ')}\n`);
      await requireConsent(io, yes, { count: old.length, verb: 'remove', noun: 'run' });
    }
    for (const run of old) await store.remove(run);
    printReport(io, { kind: 'pruned', removed: old, kept }, options);
    return 'done';
  });
};

const sortOut = async (store: JournalStore, before: number) => {
  const old: string[] = [];
  const kept: KeptRun[] = [];
  for (const run of await store.list()) {
    const read = await readRunOf(store, run);
    if (read.kind !== 'run') kept.push({ run, because: read.because });
    else if (Date.parse(read.record.header.at) < before) {
      const { open } = countItems(read.record);
      if (open === 0) old.push(run);
      else kept.push({ run, because: `${countText(open, 'item')} not done: resume it or undo it first` });
    }
  }
  return { old, kept };
};
