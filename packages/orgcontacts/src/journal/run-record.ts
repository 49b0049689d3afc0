import type { Plan } from '../plan/plan.ts';
import { readPlan } from '../plan/read-plan.ts';
import { readChain } from './chain.ts';
import type { Entry, Header, Intent } from './entry.ts';
import type { StoredRun } from './journal-store.ts';
import type { Outcome, OutcomeEntry } from './outcome.ts';

/** How far an item of the plan got. */
export interface ItemRecord {
  /** Every intent, the oldest first: the first one holds the value from before the run. */
  readonly intents: readonly Intent[];
  /** The last outcome. Missing after an intent, the call may or may not have gone out. */
  readonly outcome?: Outcome;
}

/** A run as its plan and journal tell it. */
export interface RunRecord {
  readonly header: Header;
  readonly plan: Plan;
  /** By index of the change in the plan. */
  readonly items: ReadonlyMap<number, ItemRecord>;
  /** Missing while it runs, and when it was killed. */
  readonly ended?: Extract<Entry, { kind: 'ended' }>;
}

/** A run that was read back. */
export interface StoredRecord extends RunRecord {
  /** How many lines its journal has. */
  readonly lines: number;
  /** The hash that the next line has to carry, and how many bytes stand before it. */
  readonly head: string;
  readonly length: number;
}

export type ReadRun =
  | { readonly kind: 'run'; readonly record: StoredRecord }
  | { readonly kind: 'unusable'; readonly because: string };

/** Puts entries together by item, as they come. */
export interface RunFold {
  note(entry: Entry): void;
  /** The run as far as it was noted; undefined without a header. */
  record(plan: Plan): RunRecord | undefined;
}

/** Makes a fold over the entries of one run, or goes on with those of a record. */
export const makeRunFold = (earlier?: RunRecord): RunFold => {
  let header = earlier?.header;
  let ended: RunRecord['ended'];
  const items = new Map(earlier?.items);
  return {
    note: (entry) => {
      if (entry.kind === 'header') header = entry;
      ended = entry.kind === 'ended' ? entry : undefined;
      if (!('item' in entry)) return;
      const intents = items.get(entry.item)?.intents ?? [];
      // A new intent opens the item again: what an earlier attempt came to no longer counts.
      items.set(
        entry.item,
        entry.kind === 'intent' ? { intents: [...intents, entry] } : { intents, outcome: outcomeOf(entry) },
      );
    },
    record: (plan) => header && { header, plan, items, ...(ended && { ended }) },
  };
};

/** Almost every item is done in one of two ways: they share what says so. */
const done = {
  written: { kind: 'done', how: 'written' },
  already: { kind: 'done', how: 'already' },
} as const satisfies Readonly<Record<string, Outcome>>;

const outcomeOf = ({ at, item, ...outcome }: OutcomeEntry): Outcome =>
  outcome.kind === 'done' ? done[outcome.how] : outcome;

/** Reads what a run left behind: verifies the chain and puts the entries together by item. Never throws. */
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
