import { setMaxListeners } from 'node:events';
import type { Clock } from 'orgcontacts';

/** The time of a batch. */
export interface TimeLimit {
  /** Aborted when the time is up. */
  readonly signal: AbortSignal;
  /** Ends the waiting; to be called once the batch is over. */
  end(): void;
}

/** A batch came to the end of its time, in the middle of its work. */
class TimeIsUp extends Error {
  override readonly name = 'TimeIsUp';
}

/** Starts the time of a batch, in milliseconds. */
export const startTimeLimit = (clock: Clock, milliseconds: number): TimeLimit => {
  const over = new AbortController();
  // Every read that waits for its turn listens, and there are as many as run at once.
  setMaxListeners(0, over.signal);
  const ended = new AbortController();
  clock.sleep(milliseconds, ended.signal).then(
    () => over.abort(new TimeIsUp('The time of this batch is up.')),
    // Ended before: nothing is waited for any more.
    () => {},
  );
  return { signal: over.signal, end: () => ended.abort() };
};
