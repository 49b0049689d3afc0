import type { JournalStore } from '../../../journal/journal-store.ts';
import { readRunOf } from '../../../journal/run-record.ts';
import type { VerifiedRun } from '../../../report/past-runs.ts';
import type { ExitReason } from '../../exit-code.ts';
import { nameOfRun } from '../../find-run.ts';
import type { Io } from '../../io.ts';
import type { OutputOptions } from '../../output-options.ts';
import { printReport } from '../../print-report.ts';

/** Reads runs again and says of each whether its plan and every line of its journal are as they were written. */
export const verifyRuns = async (
  io: Io,
  store: JournalStore,
  which: string | undefined,
  options: OutputOptions,
): Promise<ExitReason> => {
  const names = which === undefined ? await store.list() : [await nameOfRun(store, which)];
  const runs: VerifiedRun[] = [];
  for (const run of names) runs.push(await verify(store, run));
  printReport(io, { kind: 'verified', runs }, options);
  return runs.some(({ problem }) => problem !== null) ? 'error' : 'done';
};

const verify = async (store: JournalStore, run: string): Promise<VerifiedRun> => {
  const read = await readRunOf(store, run);
  if (read.kind === 'run') return { run, lines: read.record.lines, problem: null };
  // A run that never began has written nothing: there is nothing to be changed.
  return { run, lines: 0, problem: read.kind === 'never-began' ? null : read.because };
};
