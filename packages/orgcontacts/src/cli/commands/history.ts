import { makeFileJournalStore } from '../../journal/file/file-journal-store.ts';
import type { JournalStore } from '../../journal/journal-store.ts';
import { readRun } from '../../journal/run-record.ts';
import type { RunAccount } from '../../report/report-parts.ts';
import type { CommandModule } from '../command.ts';
import { findRun } from '../find-run.ts';
import { type JournalOptions, withJournal } from '../journal-options.ts';
import { type OutputOptions, withOutput } from '../output-options.ts';
import { printReport } from '../print-report.ts';
import { accountOf, itemsOf } from '../run-account.ts';

type HistoryOptions = JournalOptions & OutputOptions;

/** Lists past runs, or one of them in detail. */
export const history: CommandModule = {
  describe: (command) =>
    withOutput(withJournal(command))
      .argument('[run]', 'the name of a run, its beginning, or last')
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts history
  orgcontacts history last --verbose`,
      ),
  run: async ({ io, args, command }) => {
    const options = command.opts<HistoryOptions>();
    const store = makeFileJournalStore(options.journal);
    const [name] = args;
    if (name === undefined) {
      printReport(io, { kind: 'history', ...(await listRuns(store)) }, options);
      return 'done';
    }
    const record = await findRun(store, name);
    printReport(io, { kind: 'run', run: accountOf(record), items: itemsOf(record) }, options);
    return 'done';
  },
};

const listRuns = async (store: JournalStore) => {
  const runs: RunAccount[] = [];
  const unusable: { run: string; because: string }[] = [];
  for (const run of (await store.list()).toReversed()) {
    const stored = await store.read(run);
    const read = stored ? readRun(stored) : ({ kind: 'unusable', because: 'it was killed before it began' } as const);
    if (read.kind === 'run') runs.push(accountOf(read.record));
    else unusable.push({ run, because: read.because });
  }
  return { runs, unusable };
};
