import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** What tells one process from all others, also from a later one that was given the same number. */
export interface ProcessMark {
  readonly pid: number;
  readonly host: string;
  /** When the claim was made, for people; ISO 8601. */
  readonly since: string;
  /** When the process began, in the kernel's own count; null where the system does not tell. */
  readonly began: string | null;
}

/** Reads a mark back; undefined where the text is none, as half of one. */
export const readMark = (text: string): ProcessMark | undefined => {
  try {
    const mark: unknown = JSON.parse(text);
    return isMark(mark) ? mark : undefined;
  } catch {
    return undefined;
  }
};

const isMark = (value: unknown): value is ProcessMark => {
  const { pid, host, since, began }: Partial<Record<string, unknown>> = Object(value);
  const isTold = typeof pid === 'number' && typeof host === 'string' && typeof since === 'string';
  return isTold && (began === null || typeof began === 'string');
};

/** The mark of the process that asks. */
export const thisProcess = (): ProcessMark => ({
  pid: process.pid,
  host: hostname(),
  since: new Date(Date.now()).toISOString(),
  began: beganAt(process.pid),
});

/** Whether a process still lives. On another host nobody can tell from here, so it does. */
export const isLiving = ({ pid, host, began }: ProcessMark): boolean => {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (thrown) {
    // EPERM means that it lives and belongs to somebody else.
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM')) return false;
  }
  return began === beganAt(pid);
};

/** Field 22 of /proc/<pid>/stat (proc(5)): the start of the process in clock ticks since the system started. */
const beganAt = (pid: number): string | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
};
