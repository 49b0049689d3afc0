import type { Change } from '../plan/change.ts';
import { type Breach, checkLimits } from '../plan/limits.ts';
import type { Plan } from '../plan/plan.ts';
import { contestKey, isContested } from './contest.ts';
import { isPlaced } from './note-signal.ts';
import { recentWrites } from './recent-writes.ts';
import type { WatchMode } from './watch-mode.ts';
import type { WatchState } from './watch-state.ts';

/** A plan, sorted by what may be done about each of its changes. */
export interface WeighedPlan {
  readonly write: readonly Change[];
  /** Told, and left to a person: the mode says so. */
  readonly report: readonly Change[];
  /** Somebody and we disagree: not written any more. */
  readonly contested: readonly Change[];
  /** The limits that the writes would pass, together with those of the last 24 hours; then nothing may be written. */
  readonly breaches: readonly Breach[];
}

/** What a plan is weighed against. */
export interface Weighing {
  readonly mode: WatchMode;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Decides which changes of a plan may be made without a person. In the mode `report` only those of accounts that were created, joined, moved,
 * tagged or renamed; never those that are contested. Limits count over 24 hours and against the whole organization, so that many small plans
 * cannot do what one large one may not. Pure.
 *
 * @example
 * ```ts
 * import { type Plan, type WatchState, weighPlan } from 'orgcontacts';
 *
 * const mayWrite = (state: WatchState, plan: Plan): boolean =>
 *   weighPlan(state, plan, { mode: 'restore', now: Date.now() }).breaches.length === 0;
 * ```
 */
export const weighPlan = (state: WatchState, plan: Plan, { mode, now }: Weighing): WeighedPlan => {
  const places = plan.changes.map((change) => placeOf(state, change, mode, now));
  const of = (place: (typeof places)[number]) => plan.changes.filter((_, index) => places[index] === place);
  const sorted = { write: of('write'), report: of('report'), contested: of('contested') };
  const spent = recentWrites(state, now);
  const scope = state.scope ? { ...plan.scope, existing: state.scope.existing } : plan.scope;
  return { ...sorted, breaches: checkLimits([...spent, ...sorted.write], scope) };
};

const placeOf = (state: WatchState, change: Change, mode: WatchMode, now: number) => {
  if (isContested(state, change, now)) return 'contested';
  const waiting = state.waiting[change.account.id];
  return mode === 'restore' || (waiting && isPlaced(waiting)) ? 'write' : 'report';
};

/**
 * The contests that a plan begins: those that nobody was told of yet. Pure.
 *
 * @example
 * ```ts
 * import { newContests, type WatchState, type WeighedPlan } from 'orgcontacts';
 *
 * const toTell = (state: WatchState, weighed: WeighedPlan): readonly string[] =>
 *   newContests(state, weighed).map(({ account, type }) => `${account.id} ${type}`);
 * ```
 */
export const newContests = (state: WatchState, { contested }: WeighedPlan): readonly Change[] =>
  contested.filter((change) => !Object.hasOwn(state.contested, contestKey(change)));
