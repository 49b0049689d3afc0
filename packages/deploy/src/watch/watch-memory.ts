import {
  concludeLook,
  type LookResult,
  newWatchState,
  noteSignal,
  noteWrites,
  parseAccountId,
  type RunRecord,
  readWatchState,
  type Signal,
  type WatchState,
  watchPace,
} from 'orgcontacts';
import { keys } from '../work/objects.ts';
import type { Tools } from '../work/tools.ts';

/** Reads what was remembered of an organization; nothing at first, and where it cannot be read any more. */
export const loadState = async ({ objects }: Pick<Tools, 'objects'>, name: string): Promise<WatchState> => {
  const text = await objects.get(keys.watch(name));
  return (text !== undefined && readWatchState(text)) || newWatchState;
};

/** Keeps what is remembered; only whoever has the turn may. */
export const saveState = ({ objects }: Pick<Tools, 'objects'>, name: string, state: WatchState): Promise<void> =>
  objects.put(keys.watch(name), JSON.stringify(state));

/** Takes note of signals; those that were noted before change nothing. Pure. */
export const noteAll = (state: WatchState, signals: readonly Signal[], now: number): WatchState =>
  signals.reduce((noted, signal) => noteSignal(noted, signal, now, watchPace), state);

/** Takes note of what looking at accounts came to: those that are still `unsettled` go on waiting, the others do not. Pure. */
export const concludeAccounts = (
  state: WatchState,
  began: WatchState['waiting'],
  unsettled: readonly string[],
  now: number,
): WatchState => {
  const waits = new Set(unsettled);
  const results = Object.keys(began).flatMap((text): (readonly [ReturnType<typeof requireId>, LookResult])[] => [
    [requireId(text), waits.has(text) ? { kind: 'later', because: 'it is not ready' } : { kind: 'settled' }],
  ]);
  return concludeLook(state, { began, results: new Map(results) }, now, watchPace).state;
};

/** Takes note of what a run wrote. What somebody approved puts no edit right, and counts for no limit. Pure. */
export const noteRun = (state: WatchState, record: RunRecord, now: number): WatchState =>
  record.header.approved === null ? noteWrites(state, record, now) : state;

const requireId = (text: string) => {
  const id = parseAccountId(text);
  if (id === undefined) throw new Error(`${text} is remembered as an account, and is none.`);
  return id;
};
