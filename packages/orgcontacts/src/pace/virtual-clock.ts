import type { Clock } from './clock.ts';

interface Sleeper {
  readonly wakeAt: number;
  readonly wake: () => void;
}

/** A clock that jumps to the next sleeper as soon as nobody has anything left to do: hours pass in milliseconds. */
export interface VirtualClock extends Clock {
  /** Runs a task to its end, moving the time on whenever everything sleeps. */
  run<Value>(task: Promise<Value>): Promise<Value>;
}

/**
 * Makes a virtual clock that begins at a time, in milliseconds since the epoch.
 *
 * @example
 * ```ts
 * import { makeVirtualClock } from 'orgcontacts/memory';
 *
 * const clock = makeVirtualClock();
 * await clock.run(clock.sleep(3_600_000)); // an hour later, at once
 * ```
 */
export const makeVirtualClock = (start = Date.UTC(2026, 0, 1)): VirtualClock => {
  let now = start;
  const sleepers: Sleeper[] = [];
  const wakeNext = (): void => {
    const next = sleepers.shift();
    if (!next) return;
    now = Math.max(now, next.wakeAt);
    next.wake();
  };
  const run = async <Value>(task: Promise<Value>): Promise<Value> => {
    let running = true;
    const ended = () => {
      running = false;
    };
    task.then(ended, ended);
    while (running) {
      await settle();
      if (running) wakeNext();
    }
    return task;
  };
  const sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = () => {
        sleepers.splice(sleepers.indexOf(sleeper), 1);
        reject(signal?.reason);
      };
      const wake = () => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      };
      const sleeper: Sleeper = { wakeAt: now + Math.max(0, milliseconds), wake };
      insert(sleepers, sleeper);
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  return { now: () => now, sleep, run };
};

/** Keeps sleepers in the order of waking; those that wake together keep the order in which they lay down. */
const insert = (sleepers: Sleeper[], sleeper: Sleeper): void => {
  let at = sleepers.length;
  while (at > 0 && (sleepers[at - 1]?.wakeAt ?? 0) > sleeper.wakeAt) at--;
  sleepers.splice(at, 0, sleeper);
};

/** Lets everything that is ready run: all microtasks, and what they queue. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
