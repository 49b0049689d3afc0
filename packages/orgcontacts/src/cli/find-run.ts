import type { JournalStore } from '../journal/journal-store.ts';
import { readRunOf, type StoredRecord } from '../journal/run-record.ts';
import { someOf } from '../report/count-text.ts';
import { CliError } from './cli-error.ts';

/** Finds the run that somebody means: by its name, the beginning of it, or `last`. */
export const findRun = async (store: JournalStore, text: string): Promise<StoredRecord> => {
  return loadRun(store, await nameOfRun(store, text));
};

/** The name of the one run that somebody means; ends the command when there is none, or more than one. */
export const nameOfRun = async (store: JournalStore, text: string): Promise<string> => {
  const runs = await store.list();
  const found = meantBy(text, runs);
  if (runs.length === 0)
    throw new CliError(
      'error',
      'There are no runs yet.',
      'apply keeps a journal of each; --journal FOLDER names another folder.',
    );
  const [run] = found;
  if (found.length > 1)
    throw new CliError('error', `${found.length} runs begin with ${text}.`, `Say which: ${someOf(found)}.`);
  if (run === undefined)
    throw new CliError(
      'error',
      `There is no run ${text}.`,
      'orgcontacts history lists them; --journal FOLDER names another folder.',
    );
  return run;
};

const meantBy = (text: string, runs: readonly string[]): readonly string[] => {
  if (text === 'last') return runs.slice(-1);
  if (runs.includes(text)) return [text];
  // Nothing is what a script says whose variable is not set: it means no run, not the only one there is.
  return text === '' ? [] : runs.filter((run) => run.startsWith(text));
};

/** Loads a run by its exact name; one whose journal was changed cannot be used. */
export const loadRun = async (store: JournalStore, run: string): Promise<StoredRecord> => {
  const read = await readRunOf(store, run);
  if (read.kind === 'never-began')
    throw new CliError(
      'error',
      `The run ${run} has no plan or no journal: ${read.because}.`,
      'Nothing was written by it.',
    );
  if (read.kind === 'unusable')
    throw new CliError(
      'error',
      `The run ${run} cannot be used: ${read.because}.`,
      'Restore its folder from a backup, or put contacts right by a plan.',
    );
  return read.record;
};
