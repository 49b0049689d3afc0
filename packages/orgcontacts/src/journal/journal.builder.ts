import { management } from '../gateway/memory/memory-world.builder.ts';
import type { Change } from '../plan/change.ts';
import { assemblePlan } from '../plan/make-plan.ts';
import { aFrame, aScope } from '../plan/plan.builder.ts';
import type { Plan } from '../plan/plan.ts';
import { renderPlan } from '../plan/read-plan.ts';
import { chainStart, linkEntry } from './chain.ts';
import type { Entry, Header, Intent } from './entry.ts';
import type { StoredRun } from './journal-store.ts';
import type { Outcome, OutcomeEntry } from './outcome.ts';
import { readRun, type StoredRecord } from './run-record.ts';

const start = Date.UTC(2026, 0, 1);

/** A time so many seconds into the test run, as entries write it. */
export const at = (seconds: number): string => new Date(start + seconds * 1000).toISOString();

/** A plan of just these changes. */
export const aPlanOf = (changes: readonly Change[]): Plan =>
  assemblePlan(aFrame(), ['BILLING', 'OPERATIONS', 'SECURITY'], {
    changes,
    findings: [],
    leftAlone: [],
    keeps: 0,
    scope: aScope(1_000),
  });

/** The header of a run of a plan. */
export const aHeader = (plan: Plan, overrides: Partial<Header> = {}): Header => ({
  kind: 'header',
  format: 'orgcontacts/journal',
  version: 1,
  at: at(0),
  run: 'run-1',
  tool: '0.0.0',
  endpoint: 'memory',
  organizationId: 'o-exampleorgid',
  caller: { accountId: management, arn: `arn:aws:iam::${management}:user/administrator` },
  policy: { file: 'contacts.yaml', hash: 'f00d' },
  undoOf: null,
  fingerprint: plan.fingerprint,
  approved: null,
  canary: [],
  reason: null,
  items: plan.changes.length,
  ...overrides,
});

/** What is meant to be written for an item of a plan. */
export const anIntent = (plan: Plan, item: number, seconds = 1): Intent => {
  const change = plan.changes[item];
  if (!change) throw new Error(`no change ${item}`);
  const { account, type, before, after } = change;
  return { kind: 'intent', at: at(seconds), item, accountId: account.id, type, before, after };
};

/** How an item ended. */
export const anOutcome = (item: number, outcome: Outcome, seconds = 2): OutcomeEntry => ({
  ...outcome,
  item,
  at: at(seconds),
});

export const written: Outcome = { kind: 'done', how: 'written' };

/** The bytes of a journal of these entries. */
export const journalOf = (entries: readonly Entry[]): Buffer => {
  let prev = chainStart;
  const lines = entries.map((entry) => {
    const { line, hash } = linkEntry(entry, prev);
    prev = hash;
    return line;
  });
  return Buffer.from(lines.join(''));
};

/** What a run of a plan left behind: its header and these entries. */
export const aStoredRun = (plan: Plan, entries: readonly Entry[] = [], header = aHeader(plan)): StoredRun => ({
  plan: renderPlan(plan),
  journal: journalOf([header, ...entries]),
});

/** The same, read back. */
export const aRecord = (plan: Plan, entries: readonly Entry[] = [], header = aHeader(plan)): StoredRecord => {
  const read = readRun(aStoredRun(plan, entries, header));
  if (read.kind !== 'run') throw new Error(read.because);
  return read.record;
};
