import { InvalidArgumentError } from 'commander';
import type { CommandModule } from '../../command.ts';
import { parseDuration } from '../../duration.ts';
import { findRun } from '../../find-run.ts';
import { type JournalOptions, withJournal } from '../../journal-options.ts';
import { openJournal } from '../../open-journal.ts';
import { type OutputOptions, withOutput } from '../../output-options.ts';
import { printReport } from '../../print-report.ts';
import { accountOf, itemsOf } from '../../run-account.ts';
import { listRuns } from './list-runs.ts';
import { pruneRuns } from './prune-runs.ts';
import { verifyRuns } from './verify-runs.ts';

interface HistoryOptions extends JournalOptions, OutputOptions {
  readonly olderThan?: number;
  readonly yes?: boolean;
}

/** Lists past runs, or one of them in detail; verifies or removes them. */
export const history: CommandModule = {
  describe: (command) =>
    withOutput(withJournal(command))
      .argument('[run]', 'the name of a run, its beginning, or last; or the word verify or prune')
      .argument('[which]', 'the run to verify; all of them when left out')
      .option('--older-than <time>', 'prune: remove runs that began longer ago than this, as 90d', readAge)
      .option('--yes', 'prune: do not ask')
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts history
  orgcontacts history last --verbose
  orgcontacts history verify                  is every journal as it was written?
  orgcontacts history prune --older-than 365d removes old runs; they can then no longer be undone

Exit status: 0; 1 when a journal is not as it was written; 3 when nobody agreed to a removal.`,
      ),
  run: async ({ io, args, command }) => {
    const options = command.opts<HistoryOptions>();
    const store = await openJournal(options.journal);
    const [name, which] = args;
    if (name === 'verify') return verifyRuns(io, store, which, options);
    if (name === 'prune') return pruneRuns(io, store, options);
    if (name === undefined) {
      printReport(io, { kind: 'history', ...(await listRuns(store)) }, options);
      return 'done';
    }
    const record = await findRun(store, name);
    printReport(io, { kind: 'run', run: accountOf(record), items: itemsOf(record) }, options);
    return 'done';
  },
};

const readAge = (text: string): number => {
  const age = parseDuration(text);
  if (age === undefined) throw new InvalidArgumentError('Expected a length of time, as 12h or 90d.');
  return age;
};
