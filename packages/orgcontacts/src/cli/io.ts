import type { Clock } from '../pace/clock.ts';
import type { Emphasis } from '../report/style.ts';

/** The world around the command: what it prints to, asks, and is told by. Commands see nothing else of the process. */
export interface Io {
  /** Standard output: what was asked for. */
  readonly out: (text: string) => void;
  /** Standard error: progress and everything said on the way. */
  readonly err: (text: string) => void;
  /** Whether standard output is a terminal. */
  readonly outIsTerminal: boolean;
  /** Whether standard error is a terminal: only there progress rewrites its line. */
  readonly errIsTerminal: boolean;
  readonly width: () => number;
  readonly paint: (emphasis: Emphasis, text: string) => string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly random: () => number;
  /** Aborted by the first Ctrl-C or SIGTERM; its reason says which: `Interrupted` or `Terminated`. */
  readonly stop: AbortSignal;
  /** Asks a question at the terminal; undefined when there is nobody to ask. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
}
