import type { Caller } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import { chainStart } from '../journal/chain.ts';
import type { Header } from '../journal/entry.ts';
import { type Journal, makeJournal } from '../journal/journal.ts';
import type { JournalStore } from '../journal/journal-store.ts';
import { makeRunFold, type RunFold, type RunRecord } from '../journal/run-fold.ts';
import type { StoredRecord } from '../journal/run-record.ts';
import { renderSummary } from '../journal/summary.ts';
import type { Clock } from '../pace/clock.ts';
import type { Plan } from '../plan/plan.ts';
import { renderPlan } from '../plan/read-plan.ts';
import { type ApplyInput, applyPlan } from './apply-plan.ts';
import { remainingItems } from './remaining-items.ts';

/** What the header of a journal says besides the plan. */
export interface RunFacts {
  /** The name of the run; see `runName`. */
  readonly run: string;
  /** The version of orgcontacts. */
  readonly tool: string;
  readonly endpoint: string;
  readonly approved: string | null;
  /** The accounts that go first; empty for none. */
  readonly canary: readonly AccountId[];
  readonly reason: string | null;
}

/** What a run is carried out with. */
export type RunTools = Omit<ApplyInput, 'plan' | 'items' | 'journal' | 'canary'>;

/**
 * Names a run by its time to the millisecond and a random part, so that names sort by time: `20261124T093000123Z-4f21ab`. `now` is in
 * milliseconds since the epoch; `random` gives a number from 0 to 1.
 *
 * @example
 * ```ts
 * import { runName } from 'orgcontacts';
 *
 * const run = runName(Date.now(), Math.random);
 * ```
 */
export const runName = (now: number, random: () => number): string => {
  const time = new Date(now).toISOString().replaceAll(/[-:.]/g, '');
  return `${time}-${Math.floor(random() * 0x1000000)
    .toString(16)
    .padStart(6, '0')}`;
};

/**
 * Carries out a plan as a new run, with its journal, and gives the record of it. Whether it may be is not asked here: see `admit`.
 * Rejects when the run exists or its journal cannot be written; failed calls are outcomes of their items.
 *
 * @example
 * ```ts
 * import { type JournalStore, type Plan, type RunFacts, type RunTools, runPlan } from 'orgcontacts';
 *
 * const apply = async (store: JournalStore, plan: Plan, facts: RunFacts, tools: RunTools): Promise<string> => {
 *   const { ended } = await runPlan(store, plan, facts, tools);
 *   return ended?.how ?? 'killed';
 * };
 * ```
 */
export const runPlan = async (
  store: JournalStore,
  plan: Plan,
  facts: RunFacts,
  tools: RunTools,
): Promise<RunRecord> => {
  const log = await store.create(facts.run, renderPlan(plan));
  const fold = makeRunFold();
  const journal = noting(makeJournal(log, chainStart), fold);
  await journal.record(headerOf(plan, facts, tools.caller, tools.clock));
  const items = plan.changes.map((_, item) => ({ item, attempted: false }));
  return carryOut(store, fold, { ...tools, plan, items, journal, canary: new Set(facts.canary) });
};

/**
 * Takes up a run where it ended, with its own plan: whatever is not done, or the `items` that are given, is looked at again, and done if
 * that is still right. Rejects when its journal cannot be written.
 *
 * @example
 * ```ts
 * import { type JournalStore, readRunOf, resumeRun, type RunTools } from 'orgcontacts';
 *
 * const resume = async (store: JournalStore, run: string, tools: RunTools): Promise<void> => {
 *   const read = await readRunOf(store, run);
 *   if (read.kind !== 'run') throw new Error(`${run}: ${read.because}`);
 *   await resumeRun(store, read.record, '1.0.0', tools);
 * };
 * ```
 */
export const resumeRun = async (
  store: JournalStore,
  record: StoredRecord,
  tool: string,
  tools: RunTools,
  items: ApplyInput['items'] = remainingItems(record),
): Promise<RunRecord> => {
  const { plan, header } = record;
  const fold = makeRunFold(record);
  const journal = noting(makeJournal(await store.reopen(header.run, record.length), record.head), fold);
  await journal.record({ kind: 'resumed', at: new Date(tools.clock.now()).toISOString(), tool });
  return carryOut(store, fold, {
    ...tools,
    plan,
    items,
    journal,
    canary: new Set(header.canary),
  });
};

/** The record of a run grows with its journal: nothing has to be read back. */
const noting = (journal: Journal, fold: RunFold): Journal => ({
  record: async (entry) => {
    await journal.record(entry);
    fold.note(entry);
  },
  close: journal.close,
});

const carryOut = async (store: JournalStore, fold: RunFold, input: ApplyInput): Promise<RunRecord> => {
  const { plan, journal, clock } = input;
  try {
    const end = await applyPlan(input);
    await journal.record({ kind: 'ended', at: new Date(clock.now()).toISOString(), ...end });
  } finally {
    await journal.close();
    await summarize(store, fold.record(plan));
  }
  const record = fold.record(plan);
  if (!record) throw new Error('A run was carried out without a header.');
  return record;
};

/** The summary is a convenience for people and scripts. */
const summarize = async (store: JournalStore, record: RunRecord | undefined): Promise<void> => {
  if (record) await store.writeSummary(record.header.run, renderSummary(record));
};

const headerOf = (plan: Plan, facts: RunFacts, caller: Caller, clock: Clock): Header => ({
  kind: 'header',
  format: 'orgcontacts/journal',
  version: 1,
  at: new Date(clock.now()).toISOString(),
  run: facts.run,
  tool: facts.tool,
  endpoint: facts.endpoint,
  organizationId: caller.organizationId,
  caller: { accountId: caller.accountId, arn: caller.arn },
  policy: plan.origin.kind === 'policy' ? { file: plan.origin.file, hash: plan.origin.hash } : null,
  undoOf: plan.origin.kind === 'undo' ? plan.origin.run : null,
  fingerprint: plan.fingerprint,
  approved: facts.approved,
  canary: facts.canary,
  reason: facts.reason,
  items: plan.changes.length,
});
