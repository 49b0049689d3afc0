import type { RunRecord } from '../journal/run-fold.ts';
import { hashWanted } from './contest.ts';
import { isPlaced } from './note-signal.ts';
import { recentWrites } from './recent-writes.ts';
import type { WatchState, WriteNote } from './watch-state.ts';

/**
 * Takes note of what a run wrote, or may have written, once: the same run again changes nothing. To be called before its accounts are
 * settled, since what they waited for tells whether a write put an edit right. `at` is in milliseconds since the epoch. Pure.
 *
 * @example
 * ```ts
 * import { noteWrites, type RunRecord, type WatchState } from 'orgcontacts';
 *
 * const afterRun = (state: WatchState, record: RunRecord): WatchState => noteWrites(state, record, Date.now());
 * ```
 */
export const noteWrites = (state: WatchState, { header, plan, items }: RunRecord, at: number): WatchState => {
  const { run } = header;
  if (state.written.some((each) => each.run === run)) return state;
  const isSamePolicy = plan.origin.kind === 'policy' && plan.origin.hash === state.policy;
  const notes = plan.changes.flatMap((change, item): WriteNote[] => {
    const outcome = items.get(item)?.outcome;
    const wrote = outcome?.kind === 'unconfirmed' || (outcome?.kind === 'done' && outcome.how === 'written');
    if (!wrote) return [];
    const { account, type, kind } = change;
    const waiting = state.waiting[account.id];
    const isRestore = isSamePolicy && !(waiting && isPlaced(waiting));
    return [{ at, accountId: account.id, type, kind, value: hashWanted(change), isRestore, run }];
  });
  const written = [...recentWrites(state, at), ...notes].toSorted((one, other) => one.at - other.at);
  return { ...state, written };
};
