import type { Io } from './io.ts';

/** Tells how far something is, on standard error. */
export interface Progress {
  update(text: string): void;
  /** Ends the line; with a text, leaves it standing. */
  end(text?: string): void;
}

/** A terminal sees one line that is rewritten; a log sees a line every so often, in milliseconds. */
const logEvery = 5_000;
/** A screen need not be painted more often than this, in milliseconds. */
const paintEvery = 80;

/** Makes a progress line for wherever standard error goes. */
export const makeProgress = (io: Io): Progress => {
  let last = Number.NEGATIVE_INFINITY;
  let shown = false;
  const every = io.errIsTerminal ? paintEvery : logEvery;
  const show = (text: string) => {
    shown = true;
    io.err(io.errIsTerminal ? `\r\u001b[2K${text.slice(0, Math.max(10, io.width() - 1))}` : `${text}\n`);
  };
  return {
    update: (text) => {
      const now = io.clock.now();
      if (now - last < every) return;
      last = now;
      show(text);
    },
    end: (text) => {
      if (io.errIsTerminal && shown) io.err('\r\u001b[2K');
      if (text !== undefined) io.err(`${text}\n`);
    },
  };
};
