import { setMaxListeners } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';
import { realClock } from '../pace/clock.ts';
import type { Emphasis } from '../report/style.ts';
import { exitCodes } from './exit-code.ts';
import type { Io } from './io.ts';

const colours = {
  create: 'green',
  update: 'yellow',
  delete: 'red',
  good: 'green',
  warning: 'yellow',
  bad: 'red',
  quiet: 'dim',
  strong: 'bold',
} as const satisfies Record<Emphasis, Parameters<typeof styleText>[0]>;

/** The real world around the command. Ctrl-C or SIGTERM once asks it to stop cleanly; twice ends it at once. */
export const makeProcessIo = (): Io => {
  const stopping = new AbortController();
  // Every call that waits for its turn listens to it.
  setMaxListeners(0, stopping.signal);
  process.on('SIGINT', () => interrupt(stopping, 'Interrupted'));
  process.on('SIGTERM', () => interrupt(stopping, 'Terminated'));
  // Whoever closes the pipe has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done);
    throw error;
  });
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    width: () => process.stdout.columns ?? process.stderr.columns ?? 100,
    paint: (emphasis, text) => (usesColour() ? styleText(colours[emphasis], text, { validateStream: false }) : text),
    env: process.env,
    clock: realClock,
    random: Math.random,
    stop: stopping.signal,
    ask: process.stdin.isTTY && process.stderr.isTTY ? (question) => ask(question, stopping) : undefined,
  };
};

const interrupt = (stopping: AbortController, how: 'Interrupted' | 'Terminated'): void => {
  if (stopping.signal.aborted) process.exit(exitCodes.interrupted);
  stopping.abort(new DOMException(how, 'AbortError'));
  process.stderr.write('\nStopping cleanly; press Ctrl-C again to stop at once.\n');
};

/** NO_COLOR wins over FORCE_COLOR (no-color.org); otherwise colours are for terminals. */
const usesColour = (): boolean => {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR && FORCE_COLOR !== '0') return true;
  return process.stdout.isTTY === true && TERM !== 'dumb';
};

const ask = async (question: string, stopping: AbortController): Promise<string> => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // While it reads, readline keeps Ctrl-C for itself.
  terminal.on('SIGINT', () => interrupt(stopping, 'Interrupted'));
  try {
    return (await terminal.question(question, { signal: stopping.signal })).trim();
  } finally {
    terminal.close();
  }
};
