/** Time as a parameter: milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** Waits; an aborted signal ends the wait early, where a clock knows of signals. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The clock on the wall. */
export const realClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const timer = setTimeout(done, milliseconds);
      function done(): void {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      }
      signal?.addEventListener('abort', done);
    }),
};

/** A clock that somebody can set on, and never back. Waiting takes as long as before: only what it says is moved. */
export interface MovableClock extends Clock {
  /** How far it is ahead of the clock below it, in milliseconds. */
  offset(): number;
  /** Sets it on by so much. */
  advance(milliseconds: number): void;
  /** Goes back to the clock below: only for a world that begins again. */
  reset(): void;
}

/** Makes a clock that goes with another one and can be set on. */
export const makeMovableClock = (below: Clock): MovableClock => {
  let offset = 0;
  return {
    now: () => below.now() + offset,
    sleep: (milliseconds, signal) => below.sleep(milliseconds, signal),
    offset: () => offset,
    advance: (milliseconds) => {
      if (!(milliseconds >= 0))
        throw new RangeError(`A clock cannot be set back, and was asked for ${milliseconds} ms.`);
      offset += milliseconds;
    },
    reset: () => {
      offset = 0;
    },
  };
};
