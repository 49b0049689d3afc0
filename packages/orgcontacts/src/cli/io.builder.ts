import { makeVirtualClock, type VirtualClock } from '../pace/virtual-clock.ts';
import type { Io } from './io.ts';
import { runCli } from './run-cli.ts';

/** An io that remembers what was printed. */
export interface HeardIo extends Io {
  readonly clock: VirtualClock;
  /** What went to standard output. */
  readonly said: () => string;
  /** What went to standard error, piece by piece. */
  readonly told: readonly string[];
}

/** An io without a terminal, 100 columns wide, without colours, on a virtual clock. */
export const anIo = (overrides: Partial<Io> = {}): HeardIo => {
  const out: string[] = [];
  const told: string[] = [];
  return {
    out: (text) => void out.push(text),
    err: (text) => void told.push(text),
    outIsTerminal: false,
    errIsTerminal: false,
    width: () => 100,
    paint: (_, text) => text,
    env: {},
    random: () => 0.5,
    stop: new AbortController().signal,
    ask: undefined,
    ...overrides,
    clock: makeVirtualClock(),
    said: () => out.join(''),
    told,
  };
};

/** What one command line came to. */
export interface Ended {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line in this process; only for what asks nothing of AWS. */
export const runLine = async (argv: readonly string[], overrides: Partial<Io> = {}): Promise<Ended> => {
  const io = anIo(overrides);
  const status = await runCli(argv, io);
  return { status, out: io.said(), err: io.told.join('') };
};
