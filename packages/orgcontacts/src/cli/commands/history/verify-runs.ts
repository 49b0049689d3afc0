import type { JournalStore } from '../../../journal/journal-store.ts';
import { readRun } from '../../../journal/run-record.ts';
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
  const stored = await store.read(run);
  // Killed before its journal began, a run has written nothing: there is nothing to be changed.
  if (!stored) return { run, lines: 0, problem: null };
  const read = readRun(stored);
  return read.kind === 'run'
    ? { run, lines: read.record.lines, problem: null }
    : { run, lines: 0, problem: read.because };
};
