import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

const markSchema = z.strictObject({
  pid: z.int(),
  host: z.string(),
  /** When the process began, in the kernel's own count; null where the system does not tell. */
  began: z.string().nullable(),
});

/** What tells one process from all others, also from a later one that was given the same number. */
export type ProcessMark = z.infer<typeof markSchema>;

/** The mark of the process that asks. */
export const thisProcess = (): ProcessMark => ({ pid: process.pid, host: hostname(), began: beganAt(process.pid) });

/** Reads a mark; undefined where the text is none. */
export const readMark = (text: string): ProcessMark | undefined => {
  try {
    return markSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** Whether a process still lives. On another host nobody can tell from here, so it does. */
export const isLiving = ({ pid, host, began }: ProcessMark): boolean => {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (thrown) {
    // Whoever may not be signalled lives, and belongs to somebody else.
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
