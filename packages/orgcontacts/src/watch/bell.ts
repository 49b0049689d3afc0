import type { Clock } from '../pace/clock.ts';

/** Wakes whoever waits. */
export interface Bell {
  /** Also ends the next wait, when nobody waits yet. */
  ring(): void;
  /** Resolves when it rings, after so many milliseconds, or when the signal is aborted. */
  wait(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** Makes a bell. */
export const makeBell = (): Bell => {
  let isRung = false;
  let wake = (): void => {};
  return {
    ring: () => {
      isRung = true;
      wake();
    },
    wait: async (clock, milliseconds, signal) => {
      const rung = new AbortController();
      wake = () => rung.abort();
      if (!isRung && milliseconds > 0)
        await clock.sleep(milliseconds, AbortSignal.any([signal, rung.signal])).catch(() => {});
      isRung = false;
      wake = () => {};
    },
  };
};
