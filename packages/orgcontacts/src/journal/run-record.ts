import type { Plan } from '../plan/plan.ts';
import { readPlan } from '../plan/read-plan.ts';
import { readChain } from './chain.ts';
import type { Entry, Header, Intent } from './entry.ts';
import type { StoredRun } from './journal-store.ts';
import type { Outcome } from './outcome.ts';

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
  readonly entries: readonly Entry[];
  /** By index of the change in the plan. */
  readonly items: ReadonlyMap<number, ItemRecord>;
  /** Missing while it runs, and when it was killed. */
  readonly ended?: Extract<Entry, { kind: 'ended' }>;
  /** Where the chain goes on. */
  readonly head: string;
  readonly length: number;
}

export type ReadRun =
  | { readonly kind: 'run'; readonly record: RunRecord }
  | { readonly kind: 'unusable'; readonly because: string };

/** Reads what a run left behind: verifies the chain and puts the entries together by item. Never throws. */
export const readRun = ({ plan: planText, journal }: StoredRun): ReadRun => {
  const plan = readPlan(planText);
  if (plan.kind !== 'plan') return { kind: 'unusable', because: `its plan.json cannot be used: ${plan.because}` };
  const chain = readChain(journal);
  if (chain.kind === 'broken') {
    return { kind: 'unusable', because: `line ${chain.line} of its journal was changed: ${chain.because}` };
  }
  const [header] = chain.entries;
  if (header?.kind !== 'header') return { kind: 'unusable', because: 'its journal has no header: nothing was written' };
  if (header.fingerprint !== plan.plan.fingerprint) {
    return { kind: 'unusable', because: 'its plan.json is not the plan that its journal began with' };
  }
  const { entries, head, length } = chain;
  const ended = lastEnd(entries);
  return {
    kind: 'run',
    record: { header, plan: plan.plan, entries, items: itemsOf(entries), head, length, ...(ended && { ended }) },
  };
};

const lastEnd = (entries: readonly Entry[]): RunRecord['ended'] => {
  const last = entries.at(-1);
  return last?.kind === 'ended' ? last : undefined;
};

const itemsOf = (entries: readonly Entry[]): ReadonlyMap<number, ItemRecord> => {
  const items = new Map<number, ItemRecord>();
  for (const entry of entries) {
    if (!('item' in entry)) continue;
    const intents = items.get(entry.item)?.intents ?? [];
    // A new intent opens the item again: what an earlier attempt came to no longer counts.
    items.set(entry.item, entry.kind === 'intent' ? { intents: [...intents, entry] } : { intents, outcome: entry });
  }
  return items;
};
