import type { WatchState } from '../events/watch-state.ts';

/** What a watch remembers: changed by pure functions, and kept durably after each. */
export interface Memory {
  readonly state: () => WatchState;
  /** Changes what is remembered at once; resolves when that is kept. */
  change(change: (state: WatchState) => WatchState): Promise<void>;
  /** Changes what is remembered, and leaves it to the next change to keep it: for what does no harm when it is lost. */
  note(change: (state: WatchState) => WatchState): void;
}

/** Makes a memory that begins with a state. Changes that come while one is being kept are kept together. */
export const makeMemory = (begin: WatchState, save: (state: WatchState) => Promise<void>): Memory => {
  let state = begin;
  let saving = Promise.resolve();
  let next: Promise<void> | undefined;
  return {
    state: () => state,
    note: (change) => {
      state = change(state);
    },
    change: (change) => {
      state = change(state);
      next ??= saving
        .catch(() => {})
        .then(() => {
          next = undefined;
          saving = save(state);
          return saving;
        });
      return next;
    },
  };
};
