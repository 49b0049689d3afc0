import { readPlan } from '../plan/read-plan.ts';
import { readChain } from './chain.ts';
import type { JournalStore, StoredRun } from './journal-store.ts';
import { makeRunFold, type RunRecord } from './run-fold.ts';

/** A run that was read back. */
export interface StoredRecord extends RunRecord {
  /** How many lines its journal has. */
  readonly lines: number;
  /** The hash that the next line has to carry, and how many bytes stand before it. */
  readonly head: string;
  readonly length: number;
}

/** A run read back: its record, or why there is none. */
export type ReadRun =
  | { readonly kind: 'run'; readonly record: StoredRecord }
  /** It has no plan or no journal: nothing was written to AWS. */
  | { readonly kind: 'never-began'; readonly because: string }
  | { readonly kind: 'unusable'; readonly because: string };

/**
 * Reads a run of a store by its exact name. Rejects only where the store cannot be read.
 *
 * @example
 * ```ts
 * import { countItems, type JournalStore, readRunOf } from 'orgcontacts';
 *
 * const isOpen = async (store: JournalStore, run: string): Promise<boolean> => {
 *   const read = await readRunOf(store, run);
 *   return read.kind === 'run' && countItems(read.record).open > 0;
 * };
 * ```
 */
export const readRunOf = async (store: Pick<JournalStore, 'read'>, run: string): Promise<ReadRun> => {
  const stored = await store.read(run);
  return stored ? readRun(stored) : { kind: 'never-began', because: 'it was killed before it began' };
};

/**
 * Reads what a run left behind: verifies the chain and puts the entries together by item. Never throws.
 *
 * @example
 * ```ts
 * import { readRun, type StoredRun } from 'orgcontacts';
 *
 * const trouble = (stored: StoredRun): string | undefined => {
 *   const read = readRun(stored);
 *   return read.kind === 'run' ? undefined : read.because;
 * };
 * ```
 */
export const readRun = ({ plan: planText, journal }: StoredRun): ReadRun => {
  const read = readPlan(planText);
  if (read.kind !== 'plan') return { kind: 'unusable', because: `its plan.json cannot be used: ${read.because}` };
  const chain = readChain(journal);
  if (chain.kind === 'broken') {
    return { kind: 'unusable', because: `line ${chain.line} of its journal was changed: ${chain.because}` };
  }
  const { entries, head, length } = chain;
  const fold = makeRunFold();
  for (const entry of entries) fold.note(entry);
  const record = entries[0]?.kind === 'header' ? fold.record(read.plan) : undefined;
  if (!record) return { kind: 'unusable', because: 'its journal has no header: nothing was written' };
  return record.header.fingerprint === read.plan.fingerprint
    ? { kind: 'run', record: { ...record, lines: entries.length, head, length } }
    : { kind: 'unusable', because: 'its plan.json is not the plan that its journal began with' };
};
