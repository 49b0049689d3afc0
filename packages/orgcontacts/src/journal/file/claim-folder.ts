import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Claim } from '../journal-store.ts';
import { isLiving, type ProcessMark, thisProcess } from './this-process.ts';

/**
 * Claims a folder for one run. Claims are numbered files that hold the mark of their process, and the highest counts: whoever finds
 * its process dead makes the next one, which only one can. A claim that was released stays, marked so, until the next one is made;
 * if it were removed, a number could be given out twice.
 */
export const claimFolder = async (folder: string, self: ProcessMark = thisProcess()): Promise<Claim> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (;;) {
    const numbers = await claimsIn(folder);
    const last = numbers.at(-1) ?? 0;
    const holder = last === 0 ? undefined : await holderOf(join(folder, nameOf(last)));
    if (holder && isLiving(holder)) return { kind: 'taken', by: describe(holder) };
    const own = join(folder, nameOf(last + 1));
    if (!(await makeOnce(own, JSON.stringify(self)))) continue;
    for (const number of numbers) await rm(join(folder, nameOf(number)), { force: true });
    return { kind: 'held', release: () => replace(own, released) };
  }
};

const released = 'released';

const nameOf = (number: number): string => String(number).padStart(8, '0');

const claimsIn = async (folder: string): Promise<readonly number[]> =>
  (await readdir(folder))
    .filter((name) => /^\d{8}$/.test(name))
    .map(Number)
    .sort((one, other) => one - other);

/** Undefined when it was released, or is gone because a later one was made. */
const holderOf = async (path: string): Promise<ProcessMark | undefined> => {
  const text = await readFile(path, 'utf8').catch(() => released);
  // Whoever made it wrote a mark, whole: it appears under its name only with its text.
  return text === released ? undefined : (JSON.parse(text) as ProcessMark);
};

/** Makes a file with its whole text at once, unless there is one of that name already. */
const makeOnce = async (path: string, text: string): Promise<boolean> => {
  const draft = `${path}.${randomUUID()}.draft`;
  await writeFile(draft, text, { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST') return false;
    throw thrown;
  } finally {
    await rm(draft, { force: true });
  }
};

const replace = async (path: string, text: string): Promise<void> => {
  const draft = `${path}.released`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, path);
};

const describe = ({ pid, host, since }: ProcessMark): string => `process ${pid} on ${host}, since ${since}`;
