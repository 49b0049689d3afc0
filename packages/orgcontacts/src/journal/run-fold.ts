import type { Plan } from '../plan/plan.ts';
import type { Entry, Header, Intent } from './entry.ts';
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
