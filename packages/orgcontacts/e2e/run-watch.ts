import { createInterface } from 'node:readline';
import type { Ended, Workplace } from './run-command.ts';

/** A line of a watch's `--json`. */
export type HappeningLine = Readonly<Record<string, unknown>> & { readonly kind: string };

/** A watch in a process of its own. */
export interface RunningWatch {
  readonly lines: readonly HappeningLine[];
  /** The first line from now on, or of those from a place on, that is such. */
  readonly until: (isSuch: (line: HappeningLine) => boolean, from?: number) => Promise<HappeningLine>;
  readonly stop: (signal: NodeJS.Signals) => Promise<Ended>;
}

/** Starts a watch that tells its happenings as JSON lines. */
export const startWatch = (work: Workplace, ...args: readonly string[]): RunningWatch => {
  const { child, ended } = work.start('watch', '--json', ...args);
  const lines: HappeningLine[] = [];
  const waiting = new Set<() => void>();
  if (!child.stdout) throw new Error('The watch has no standard output.');
  createInterface({ input: child.stdout }).on('line', (line) => {
    // What the watch prints, with --json, and nothing else.
    lines.push(JSON.parse(line) as HappeningLine);
    for (const wake of waiting) wake();
  });
  const until = (isSuch: (line: HappeningLine) => boolean, from = lines.length): Promise<HappeningLine> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = lines.slice(from).find(isSuch);
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
      void ended.then(({ status, stderr }) =>
        reject(
          new Error(
            `The watch ended with ${status}.\n${lines.map((line) => JSON.stringify(line)).join('\n')}\n${stderr}`,
          ),
        ),
      );
    });
  const stop = async (signal: NodeJS.Signals): Promise<Ended> => {
    child.kill(signal);
    return ended;
  };
  return { lines, until, stop };
};
