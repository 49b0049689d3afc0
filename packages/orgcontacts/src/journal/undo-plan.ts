import type { Contact } from '../contact/contact.ts';
import type { Observed } from '../contact/observed.ts';
import { sameOrNone } from '../contact/same-contact.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import type { FailureKind } from '../failure/failure.ts';
import type { ObservedOrg } from '../org/observed-account.ts';
import type { Change } from '../plan/change.ts';
import { assemblePlan, type PlanFrame } from '../plan/make-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { Intent } from './entry.ts';
import type { Outcome } from './outcome.ts';
import type { RunRecord } from './run-fold.ts';

/** One item that a run wrote, or may have written: what was there before, and what it meant to be there after. */
export interface Written {
  readonly change: Change;
  readonly before: Contact | null;
  readonly after: Contact | null;
  /** ISO 8601. */
  readonly at: string;
}

/** What an undo does about one item, by what is live. */
export type UndoVerdict =
  | { readonly kind: 'restore'; readonly live: Contact | null }
  | { readonly kind: 'restored-already' }
  | { readonly kind: 'edited-since-run'; readonly live: Contact | null }
  /** It cannot be read: the value stays in the journal, and undo may be run again. */
  | { readonly kind: 'out-of-reach'; readonly detail: string };

/**
 * The items that a run wrote or may have written, with their first before-image. Pure.
 *
 * @example
 * ```ts
 * import { type RunRecord, writtenBy } from 'orgcontacts';
 *
 * const accountsTouched = (record: RunRecord): number =>
 *   new Set(writtenBy(record).map(({ change }) => change.account.id)).size;
 * ```
 */
export const writtenBy = ({ plan, items }: RunRecord): readonly Written[] =>
  [...items.entries()].flatMap(([item, { intents, outcome }]) => {
    const [first] = intents;
    const last: Intent | undefined = intents.at(-1);
    const change = plan.changes[item];
    if (!first || !last || !change || wasRefused(outcome)) return [];
    return [{ change, before: first.before, after: last.after, at: last.at }];
  });

/**
 * Whether AWS said no to the last write, so that what is there now is somebody else's. A write whose answer was lost may have taken
 * effect; one before it did not, or the value would have been found there and not been written again. A read that was refused says
 * nothing: a resumed run reads first, and what it cannot read may be what an earlier attempt wrote.
 */
const wasRefused = (outcome: Outcome | undefined): boolean =>
  outcome?.kind === 'failed' && writes.includes(outcome.failure.operation) && refusals.includes(outcome.failure.kind);

const writes: readonly string[] = ['account:PutAlternateContact', 'account:DeleteAlternateContact'];
const refusals: readonly FailureKind[] = ['denied', 'expired', 'invalid', 'missing', 'throttled', 'conflict'];

/** Decides about one item. Only what is still as the run left it is put back. Pure. */
export const judgeUndo = ({ before, after }: Written, observed: Observed | undefined): UndoVerdict => {
  if (observed === undefined)
    return { kind: 'out-of-reach', detail: 'the account cannot be reached from here any more' };
  if (observed.kind === 'unreadable') return { kind: 'out-of-reach', detail: describeFailure(observed.failure) };
  const live = observed.kind === 'set' ? observed.contact : null;
  if (sameOrNone(live, before)) return { kind: 'restored-already' };
  return sameOrNone(live, after) ? { kind: 'restore', live } : { kind: 'edited-since-run', live };
};

/** What an undo would do: a plan like any other, and the items that it leaves alone. */
export interface UndoPlan {
  readonly plan: Plan;
  readonly verdicts: readonly { readonly written: Written; readonly verdict: UndoVerdict }[];
}

/**
 * Makes the plan that restores what a run found, limited to what it wrote. `observed` comes from `observeUndo`; the origin of the frame
 * is of kind `undo`. Pure.
 *
 * @example
 * ```ts
 * import { makeUndoPlan, type ObservedOrg, type PlanFrame, type RunRecord } from 'orgcontacts';
 *
 * const countRestored = (record: RunRecord, observed: ObservedOrg, frame: PlanFrame): number =>
 *   makeUndoPlan(record, observed, frame).plan.changes.length;
 * ```
 */
export const makeUndoPlan = (record: RunRecord, observed: ObservedOrg, frame: PlanFrame): UndoPlan => {
  const verdicts = writtenBy(record).map((written) => {
    const account = observed.get(written.change.account.id);
    const contact = account?.kind === 'asked' ? account.byType[written.change.type] : undefined;
    return { written, verdict: judgeUndo(written, contact) };
  });
  const changes = verdicts.flatMap(({ written, verdict }) =>
    verdict.kind === 'restore' ? restore(record, written, verdict.live) : [],
  );
  const accounts = new Set(verdicts.map(({ written }) => written.change.account.id)).size;
  const plan = assemblePlan(frame, record.plan.types, {
    changes,
    findings: [],
    leftAlone: [],
    keeps: verdicts.filter(({ verdict }) => verdict.kind === 'restored-already').length,
    scope: { accounts, unreadableAccounts: 0, existing: record.plan.scope.existing },
  });
  return { plan, verdicts };
};

const restore = ({ header }: RunRecord, { change, before }: Written, live: Contact | null): Change[] => {
  const item = {
    // An undo puts back what this run changed, wherever the account has moved to meanwhile.
    account: { ...change.account, unit: null },
    type: change.type,
    because: { where: `run ${header.run}`, selector: '', contactName: null, masked: change.because.masked },
  };
  if (live === null) return before === null ? [] : [{ ...item, kind: 'create', before: null, after: before }];
  return before === null
    ? [{ ...item, kind: 'delete', before: live, after: null }]
    : [{ ...item, kind: 'update', before: live, after: before }];
};
