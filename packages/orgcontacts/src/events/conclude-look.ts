import type { AccountId } from '../contact/account-id.ts';
import type { Plan } from '../plan/plan.ts';
import { isNew } from './note-signal.ts';
import type { WatchPace } from './watch-pace.ts';
import type { Waiting, WatchState } from './watch-state.ts';

/** What looking at an account came to: `later` when AWS does not let it be looked at or written yet. */
export type LookResult =
  | { readonly kind: 'settled' }
  | { readonly kind: 'later'; readonly because: string; readonly isMissing?: boolean };

/** A look at some accounts. */
export interface Look {
  /** What was waiting when the look began: a signal that came meanwhile asks for another look. */
  readonly began: WatchState['waiting'];
  readonly results: ReadonlyMap<AccountId, LookResult>;
}

/** Where the accounts stand after a look. */
export interface Concluded {
  readonly state: WatchState;
  /** Accounts that are no longer tried, and why: the next look at everything comes back to them. */
  readonly givenUp: readonly { readonly accountId: AccountId; readonly because: string }[];
}

/**
 * Takes note of what looking at accounts came to. One that is not ready is tried again, every two seconds at first, for an hour; a missing
 * one only if it is new, since AWS lists it before long. `now` is in milliseconds since the epoch. Pure.
 *
 * @example
 * ```ts
 * import { type AccountId, concludeLook, type WatchState, watchPace } from 'orgcontacts';
 *
 * const settle = (state: WatchState, id: AccountId): WatchState =>
 *   concludeLook(state, { began: state.waiting, results: new Map([[id, { kind: 'settled' }]]) }, Date.now(), watchPace).state;
 * ```
 */
export const concludeLook = (state: WatchState, { began, results }: Look, now: number, pace: WatchPace): Concluded => {
  const waiting = { ...state.waiting };
  const givenUp: { accountId: AccountId; because: string }[] = [];
  for (const [accountId, result] of results) {
    const before = began[accountId];
    const after = waiting[accountId];
    if (!before || !after || after.signals !== before.signals) continue;
    const next = nextOf(after, result, now, pace);
    if (next.kind === 'wait') waiting[accountId] = next.waiting;
    else delete waiting[accountId];
    if (next.kind === 'give-up') givenUp.push({ accountId, because: next.because });
  }
  return { state: forgetOld({ ...state, waiting }, now, pace), givenUp };
};

type Next =
  | { readonly kind: 'wait'; readonly waiting: Waiting }
  | { readonly kind: 'give-up'; readonly because: string }
  | { readonly kind: 'forget' };

const nextOf = (waiting: Waiting, result: LookResult, now: number, pace: WatchPace): Next => {
  if (result.kind === 'settled') return { kind: 'forget' };
  if (result.isMissing && !isNew(waiting)) return { kind: 'forget' };
  const age = now - waiting.since;
  if (age >= pace.retryFor) return { kind: 'give-up', because: result.because };
  const pause = age < pace.retryFirst ? pace.retryEvery : pace.retryLater;
  return { kind: 'wait', waiting: { ...waiting, due: now + pause, tries: waiting.tries + 1 } };
};

/**
 * Takes note that everything was looked at, at a time in milliseconds since the epoch, and what there was. Pure.
 *
 * @example
 * ```ts
 * import { noteSweep, type Plan, type WatchState } from 'orgcontacts';
 *
 * const after = (state: WatchState, plan: Plan): WatchState => noteSweep(state, plan, Date.parse(plan.createdAt));
 * ```
 */
export const noteSweep = (state: WatchState, { scope, origin }: Plan, at: number): WatchState => ({
  ...state,
  scope,
  policy: origin.kind === 'policy' ? origin.hash : null,
  swept: at,
});

const forgetOld = (state: WatchState, now: number, { seenFor }: WatchPace): WatchState => ({
  ...state,
  seen: Object.fromEntries(Object.entries(state.seen).filter(([, at]) => at > now - seenFor)),
});
