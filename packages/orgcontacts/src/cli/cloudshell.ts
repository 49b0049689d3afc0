import { durationText } from '../report/duration-text.ts';
import type { Io } from './io.ts';

/** After so many milliseconds without a key pressed CloudShell may end a session (AWS docs: CloudShell limits, 20 to 30 minutes). */
const idleLimit = 20 * 60_000;

/** Says before a long run in CloudShell that it may not live to see its end, and what to do then. */
export const warnInCloudShell = (io: Io, takes: number, run: string): void => {
  // CloudShell says so of itself, as every execution environment of AWS does.
  if (io.env['AWS_EXECUTION_ENV'] !== 'CloudShell' || takes <= idleLimit) return;
  const text = `CloudShell ends a session after 20 to 30 minutes without a key pressed, and this takes about ${durationText(takes)}.`;
  io.err(
    `${io.paint('warning', text)}\nPress a key now and then; if it ends all the same, go on with: orgcontacts resume ${run}\n`,
  );
};
