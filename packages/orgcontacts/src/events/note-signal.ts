import type { Signal, SignalKind } from './signal.ts';
import type { WatchPace } from './watch-pace.ts';
import type { Waiting, WatchState } from './watch-state.ts';

/**
 * Takes note of a signal: its account is looked at once it was quiet for a while. A signal that was noted before changes nothing, and the
 * order in which signals come does not matter. `now` is in milliseconds since the epoch. Pure.
 *
 * @example
 * ```ts
 * import { noteSignal, type Signal, type WatchState, watchPace } from 'orgcontacts';
 *
 * const noteAll = (state: WatchState, signals: readonly Signal[], now: number): WatchState =>
 *   signals.reduce((noted, signal) => noteSignal(noted, signal, now, watchPace), state);
 * ```
 */
export const noteSignal = (state: WatchState, signal: Signal, now: number, pace: WatchPace): WatchState => {
  if (Object.hasOwn(state.seen, signal.id)) return state;
  const { accountId } = signal;
  const earlier = Object.hasOwn(state.waiting, accountId) ? state.waiting[accountId] : undefined;
  return {
    ...state,
    seen: { ...state.seen, [signal.id]: now },
    waiting: { ...state.waiting, [accountId]: waitingFor(earlier, signal, now, pace) },
  };
};

const waitingFor = (earlier: Waiting | undefined, { kind, at }: Signal, now: number, pace: WatchPace): Waiting => {
  const since = earlier?.since ?? now;
  return {
    since: earlier?.tries === 0 ? since : now,
    due: Math.min(now + pace.quiet, (earlier?.tries === 0 ? since : now) + pace.longest),
    signals: (earlier?.signals ?? 0) + 1,
    // Something happened: what was in vain may be so no more.
    tries: 0,
    because: { ...earlier?.because, [kind]: Math.max(at, earlier?.because[kind] ?? 0) },
  };
};

/**
 * Whether an account came last, as far as its signals tell: then AWS may need a while until it lets it be looked at. Pure.
 *
 * @example
 * ```ts
 * import { isNew, type WatchState } from 'orgcontacts';
 *
 * const countNew = ({ waiting }: WatchState): number => Object.values(waiting).filter(isNew).length;
 * ```
 */
export const isNew = ({ because }: Pick<Waiting, 'because'>): boolean =>
  because.joined !== undefined && because.joined >= Math.max(because.departed ?? 0, because.closed ?? 0);

/** What makes other assignments win: these, and no edit by hand, explain why contacts are other than the policy wants. */
const placing: readonly SignalKind[] = ['joined', 'moved', 're-tagged', 'renamed'];

/** Whether an account came to where it is, or to what it is called, by something that was noted. */
export const isPlaced = ({ because }: Pick<Waiting, 'because'>): boolean =>
  placing.some((kind) => because[kind] !== undefined);
