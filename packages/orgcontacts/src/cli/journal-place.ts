import type { JournalStore } from '../journal/journal-store.ts';
import type { Plan } from '../plan/plan.ts';
import { CliError } from './cli-error.ts';

/**
 * What one item takes at most, in bytes: two contacts in the longest fields that AWS accepts, in characters of three bytes, once in the
 * plan and once in the journal, and what stands around them.
 */
const bytesPerItem = 8_192;

/** Makes sure that a run can keep its journal, before anything is written to AWS. */
export const requireRoom = async (store: JournalStore, plan: Plan): Promise<void> => {
  const needed = (1 + plan.changes.length + plan.findings.length + plan.leftAlone.length) * bytesPerItem;
  const free = await usable(store, () => store.freeBytes());
  if (free >= needed) return;
  throw new CliError(
    'error',
    `The journal may need ${megabytes(needed)} in ${store.place}, and there are ${megabytes(free)}; nothing was changed.`,
    'Make room there, or keep it elsewhere: --journal FOLDER',
  );
};

/** Runs a task while no other run works from the same place. */
export const whileClaimed = async <Value>(store: JournalStore, task: () => Promise<Value>): Promise<Value> => {
  const claim = await usable(store, () => store.claim());
  if (claim.kind === 'taken') {
    throw new CliError(
      'error',
      `Another run is under way in ${store.place}: ${claim.by}; nothing was changed.`,
      'Wait for its end; a claim ends with its process. For another organization, keep the journal elsewhere: --journal FOLDER',
    );
  }
  try {
    return await task();
  } finally {
    await claim.release();
  }
};

/** What to say when the journal could not be written in the middle of a run: nothing went out that is not in it. */
export const journalTrouble = (thrown: unknown, place: string, run: string): unknown => {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  if (!(thrown instanceof Error) || !(diskTrouble.has(code) || '$metadata' in thrown)) return thrown;
  return new CliError(
    'error',
    `The journal of ${run} could not be written in ${place}: ${thrown.message}. The run ended there; nothing was sent that the journal does not have.`,
    `Make room, then go on with: orgcontacts resume ${run}`,
  );
};

const diskTrouble = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EFBIG']);

/** Whether a disk or a bucket refused something: the file system names its errors by a code, the SDK says what came back. */
export const isPlaceTrouble = (thrown: unknown): thrown is Error =>
  thrown instanceof Error && ('code' in thrown || '$metadata' in thrown || thrown.name === 'CredentialsProviderError');

/** A place that cannot be written to is no mistake of the program. */
const usable = async <Value>(store: JournalStore, use: () => Promise<Value>): Promise<Value> => {
  try {
    return await use();
  } catch (thrown) {
    if (!isPlaceTrouble(thrown)) throw thrown;
    throw new CliError(
      'error',
      `The journal cannot be kept in ${store.place}: ${thrown.message}; nothing was changed.`,
      'A run needs a folder that can be written to: --journal FOLDER',
    );
  }
};

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
