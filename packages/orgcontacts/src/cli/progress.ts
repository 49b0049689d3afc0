import type { Io } from './io.ts';

/** Tells how far something is, on standard error. */
export interface Progress {
  update(text: string): void;
  /** Takes the line away, or, in a log, says how far it came. */
  end(): void;
}

/** A log sees a line after a second, then ever more rarely as time goes on, down to one every half minute; in milliseconds. */
const firstLog = 1_000;
const rarestLog = 30_000;
/** A screen need not be painted more often than this, in milliseconds. */
const paintEvery = 80;

/** Makes a progress line for wherever standard error goes. A log gets the first line only after a while, and always the last. */
export const makeProgress = (io: Io): Progress => (io.errIsTerminal ? paintedLine(io) : loggedLines(io));

const paintedLine = (io: Io): Progress => {
  let last = Number.NEGATIVE_INFINITY;
  return {
    update: (text) => {
      const now = io.clock.now();
      if (now - last < paintEvery) return;
      last = now;
      io.err(`${eraseLine}${text.slice(0, Math.max(10, io.width() - 1))}`);
    },
    end: () => {
      if (last > Number.NEGATIVE_INFINITY) io.err(eraseLine);
    },
  };
};

const loggedLines = (io: Io): Progress => {
  const startedAt = io.clock.now();
  let next = startedAt + firstLog;
  let pending: string | undefined;
  return {
    update: (text) => {
      pending = text;
      const now = io.clock.now();
      if (now < next) return;
      next = now + Math.min(rarestLog, now - startedAt);
      pending = undefined;
      io.err(`${text}\n`);
    },
    end: () => {
      if (pending !== undefined) io.err(`${pending}\n`);
    },
  };
};

const eraseLine = '\r\u001b[2K';
