import type { Caller } from '../caller/caller.ts';
import { reach } from '../caller/reach.ts';
import type { AccountId } from '../contact/account-id.ts';
import { contactKey } from '../contact/same-contact.ts';
import type { Result } from '../failure/failure.ts';
import type { Outcome } from '../journal/outcome.ts';
import type { Change } from '../plan/change.ts';
import type { Plan } from '../plan/plan.ts';
import { applyChange, type ChangeTools, type Undertaking } from './apply-change.ts';
import { type Diagnose, watchDenials } from './denials.ts';
import { makeTrialQueue, type TrialQueue, type Verdict } from './trial-queue.ts';

/** An account as it is listed just before the run. */
export interface AccountNow {
  readonly state: string;
  /** The id of its unit; null when that could not be read. */
  readonly unit: string | null;
}

/** What a run tells while it goes on. */
export type RunEvent =
  | { readonly kind: 'item'; readonly item: number; readonly change: Change; readonly outcome: Outcome }
  /** Every item of the accounts that go first is done, and the others follow. */
  | { readonly kind: 'canary'; readonly accounts: number; readonly items: number };

/** How a run came to its end. */
export interface RunEnd {
  readonly how: 'finished' | 'interrupted' | 'stopped';
  readonly detail: string;
}

/** Everything that carrying out changes of a plan needs. */
export interface ApplyInput extends ChangeTools {
  readonly plan: Plan;
  /** Which changes of the plan, by index, and which of them an earlier attempt may have sent already. */
  readonly items: readonly { readonly item: number; readonly attempted: boolean }[];
  /** The accounts that go first, if any. */
  readonly canary?: ReadonlySet<AccountId>;
  readonly caller: Caller;
  /** The accounts as they are listed now, by id. */
  readonly accounts: ReadonlyMap<AccountId, AccountNow>;
  /** Looks at one account again; undefined when it is no longer in the organization. */
  readonly lookAgain: (id: AccountId) => Promise<Result<AccountNow | undefined>>;
  readonly diagnose: Diagnose;
  /** Told of every item that ends, and of the end of the canary. */
  readonly onEvent: (event: RunEvent) => void;
}

/** How many items are under way at once: enough to keep both buckets busy at AWS's latency. Measured with `npm run bench`. */
const atOnce = 16;

/**
 * Carries out changes of a plan, each recorded before and after its call. Ends early when stopped; a failed call never throws, a journal
 * that cannot be written does. With a canary its accounts come first, and the others only when every item of the canary is done.
 * `runPlan` does the same with a journal that it keeps in a store.
 *
 * @example
 * ```ts
 * import { type ApplyInput, applyPlan } from 'orgcontacts';
 *
 * const applyQuietly = async (input: ApplyInput): Promise<boolean> => {
 *   const { how } = await applyPlan({ ...input, onEvent: () => {} });
 *   return how === 'finished';
 * };
 * ```
 */
export const applyPlan = async (input: ApplyInput): Promise<RunEnd> => {
  const { plan, items, canary, onEvent } = input;
  const isCanary = ({ item }: (typeof items)[number]) => canary?.has(changeAt(plan, item).account.id) === true;
  const first = items.filter(isCanary);
  if (!canary || first.length === 0) return applyItems(input, items);
  const { end, outcomes } = await tallied(input, first);
  if (end.how !== 'finished') return end;
  const notDone = outcomes.filter(({ kind }) => kind !== 'done').length;
  if (notDone > 0) {
    return {
      how: 'stopped',
      detail: `${notDone} of ${first.length} items of the canary were not done; nothing else was touched`,
    };
  }
  onEvent({ kind: 'canary', accounts: canary.size, items: first.length });
  return applyItems(
    input,
    items.filter((each) => !isCanary(each)),
  );
};

const tallied = async (input: ApplyInput, items: ApplyInput['items']) => {
  const outcomes: Outcome[] = [];
  const onEvent = (event: RunEvent): void => {
    if (event.kind === 'item') outcomes.push(event.outcome);
    input.onEvent(event);
  };
  return { end: await applyItems({ ...input, onEvent }, items), outcomes };
};

const applyItems = async (input: ApplyInput, items: ApplyInput['items']): Promise<RunEnd> => {
  const { plan, stop } = input;
  const queue = makeTrialQueue(items.map(({ item }) => ({ item, value: valueWritten(changeAt(plan, item)) })));
  const attempted = new Set(items.filter((each) => each.attempted).map(({ item }) => item));
  const denials = watchDenials(items.length, input.diagnose);
  let tooMuch: string | undefined;
  const worker = async (): Promise<void> => {
    for (let item = await queue.next(); item !== undefined; item = await queue.next()) {
      const outcome = await attempt(input, item, attempted.has(item));
      const barred = whatBars(outcome);
      if (barred !== undefined) {
        // No outcome is recorded: the item is as open as those that were not begun.
        tooMuch ??= barred;
        queue.end();
        return;
      }
      await conclude(input, item, outcome);
      const dropped = queue.settle(item, verdictOf(outcome));
      for (const each of dropped) await conclude(input, each, refused(item, plan));
      const failure = outcome.kind === 'failed' ? outcome.failure : undefined;
      const reason = tooMuch ?? (await denials.note(failure, changeAt(plan, item).account.id));
      // Another worker may have found a reason meanwhile: the first one stays.
      tooMuch ??= reason;
      if (tooMuch !== undefined) queue.end();
    }
  };
  await runWorkers(worker, Math.min(atOnce, items.length), queue, stop);
  if (tooMuch !== undefined) return { how: 'stopped', detail: tooMuch };
  return stop.aborted ? { how: 'interrupted', detail: 'interrupted by the user' } : { how: 'finished', detail: '' };
};

/** What was in the way of every item alike; undefined where it was not that. */
const whatBars = (outcome: Outcome): string | undefined => {
  if (outcome.kind !== 'failed') return undefined;
  if (outcome.failure.kind === 'expired')
    return 'the credentials are no longer valid; sign in again, and take the run up';
  return outcome.failure.kind === 'paused' ? outcome.failure.message : undefined;
};

/** Runs workers until the queue is empty, the user stops, or one of them throws; what has begun is always brought to its end. */
const runWorkers = async (
  worker: () => Promise<void>,
  count: number,
  queue: TrialQueue,
  stop: AbortSignal,
): Promise<void> => {
  const end = () => queue.end();
  if (stop.aborted) end();
  stop.addEventListener('abort', end, { once: true });
  const guarded = () =>
    worker().catch((thrown: unknown) => {
      end();
      throw thrown;
    });
  const ends = await Promise.allSettled(Array.from({ length: count }, guarded));
  stop.removeEventListener('abort', end);
  const broken = ends.find((each) => each.status === 'rejected');
  if (broken) throw broken.reason;
};

const conclude = async (
  { journal, clock, onEvent, plan }: ApplyInput,
  item: number,
  outcome: Outcome,
): Promise<void> => {
  await journal.record({ ...outcome, item, at: new Date(clock.now()).toISOString() });
  onEvent({ kind: 'item', item, change: changeAt(plan, item), outcome });
};

const attempt = async (input: ApplyInput, item: number, attempted: boolean): Promise<Outcome> => {
  const change = changeAt(input.plan, item);
  const moved = movedSince(change, input.accounts.get(change.account.id));
  if (moved) return { kind: 'skipped', why: 'moved-since-plan', detail: moved };
  const reached = reach(input.caller, change.account.id);
  if (reached.kind === 'unreachable') return { kind: 'skipped', why: 'unreachable', detail: reached.because };
  const undertaking: Undertaking = { item, change, target: reached.target, attempted };
  const outcome = await applyChange(undertaking, { ...input, gateway: input.gateway.forItem?.() ?? input.gateway });
  return (await movedMeanwhile(input, change, outcome)) ?? outcome;
};

/** A denial may mean no more than that the account was closed, moved or removed while the run went on. */
const movedMeanwhile = async (
  { lookAgain }: ApplyInput,
  change: Change,
  outcome: Outcome,
): Promise<Outcome | undefined> => {
  if (outcome.kind !== 'failed' || !(outcome.failure.kind === 'denied' || outcome.failure.kind === 'missing'))
    return undefined;
  const now = await lookAgain(change.account.id);
  const moved = now.kind === 'ok' ? movedSince(change, now.value) : undefined;
  return moved === undefined ? undefined : { kind: 'skipped', why: 'moved-since-plan', detail: moved };
};

/** Why an account is not what the plan saw any more; undefined when it is. */
const movedSince = ({ account }: Change, now: AccountNow | undefined): string | undefined => {
  if (!now) return 'the account is no longer in the organization';
  if (now.state !== 'ACTIVE') return `its state is ${now.state}`;
  const known = account.unit !== null && now.unit !== null;
  return known && account.unit !== now.unit ? 'the account is in another unit now' : undefined;
};

const valueWritten = ({ after }: Change): string | null => after && contactKey(after);

/** A value that AWS refused, or that never showed where it was tried first, goes nowhere else. */
const verdictOf = (outcome: Outcome): Verdict => {
  if (outcome.kind === 'done') return 'proven';
  // That somebody else wrote at the same time says nothing about the value.
  if (outcome.kind === 'unconfirmed') return outcome.why === 'overwritten' ? 'undecided' : 'refused';
  return outcome.kind === 'failed' && outcome.failure.kind === 'invalid' ? 'refused' : 'undecided';
};

const refused = (item: number, plan: Plan): Outcome => ({
  kind: 'skipped',
  why: 'value-refused',
  detail: `this contact was refused or could not be confirmed in account ${changeAt(plan, item).account.id}, where it was tried first`,
});

const changeAt = ({ changes }: Plan, item: number): Change => {
  const change = changes[item];
  if (!change) throw new Error(`The plan has no change ${item}.`);
  return change;
};
