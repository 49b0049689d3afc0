import type { Caller } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import { chainStart } from '../journal/chain.ts';
import type { Header } from '../journal/entry.ts';
import { type Journal, makeJournal } from '../journal/journal.ts';
import type { JournalStore } from '../journal/journal-store.ts';
import { type RunRecord, readRun } from '../journal/run-record.ts';
import { renderSummary } from '../journal/summary.ts';
import type { Clock } from '../pace/clock.ts';
import type { Plan } from '../plan/plan.ts';
import { renderPlan } from '../plan/read-plan.ts';
import { type ApplyInput, applyPlan, type RunEnd } from './apply-plan.ts';
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

type Tools = Omit<ApplyInput, 'plan' | 'items' | 'journal' | 'canary'>;

/** Names a run by its time to the millisecond and a random part, so that names sort by time: `20261124T093000123Z-4f21ab`. */
export const runName = (now: number, random: () => number): string => {
  const time = new Date(now).toISOString().replaceAll(/[-:.]/g, '');
  return `${time}-${Math.floor(random() * 0x1000000)
    .toString(16)
    .padStart(6, '0')}`;
};

/** Carries out a plan as a new run, with its journal. */
export const runPlan = async (store: JournalStore, plan: Plan, facts: RunFacts, tools: Tools): Promise<RunEnd> => {
  const log = await store.create(facts.run, renderPlan(plan));
  const journal = makeJournal(log, chainStart);
  await journal.record(headerOf(plan, facts, tools.caller, tools.clock));
  const items = plan.changes.map((_, item) => ({ item, attempted: false }));
  return carryOut(store, facts.run, journal, { ...tools, plan, items, journal, canary: new Set(facts.canary) });
};

/** Takes up a run where it ended, with its own plan: whatever is not done is looked at again, and done if that is still right. */
export const resumeRun = async (
  store: JournalStore,
  record: RunRecord,
  tool: string,
  tools: Tools,
): Promise<RunEnd> => {
  const { run } = record.header;
  const journal = makeJournal(await store.reopen(run, record.length), record.head);
  await journal.record({ kind: 'resumed', at: new Date(tools.clock.now()).toISOString(), tool });
  const { plan, header } = record;
  const canary = new Set(header.canary);
  return carryOut(store, run, journal, { ...tools, plan, items: remainingItems(record), journal, canary });
};

const carryOut = async (store: JournalStore, run: string, journal: Journal, input: ApplyInput): Promise<RunEnd> => {
  try {
    const end = await applyPlan(input);
    await journal.record({ kind: 'ended', at: new Date(input.clock.now()).toISOString(), ...end });
    return end;
  } finally {
    await journal.close();
    await summarize(store, run);
  }
};

/** The summary is a convenience made from the journal; a journal that cannot be read says more than it could. */
const summarize = async (store: JournalStore, run: string): Promise<void> => {
  const stored = await store.read(run);
  const read = stored && readRun(stored);
  if (read?.kind === 'run') await store.writeSummary(run, renderSummary(read.record));
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
