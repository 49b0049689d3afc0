import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Claim } from '../journal-store.ts';
import { isMissing } from './is-missing.ts';
import { isLiving, type ProcessMark, readMark, thisProcess } from './this-process.ts';
import { writeDurably } from './write-durably.ts';

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
    const by = last === 0 ? undefined : await holderOf(join(folder, nameOf(last)));
    if (by !== undefined) return { kind: 'taken', by };
    const own = join(folder, nameOf(last + 1));
    if (!(await makeOnce(own, JSON.stringify(self)))) continue;
    // Held up since it looked, it may have made a number that others made and left behind long ago.
    if ((await claimsIn(folder)).at(-1) !== last + 1) {
      await rm(own, { force: true });
      continue;
    }
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

/** Who holds a claim, for people; undefined when it was released, has a dead holder, or is gone because a later one was made. */
const holderOf = async (path: string): Promise<string | undefined> => {
  const text = await readFile(path, 'utf8').catch((thrown: unknown) => {
    if (isMissing(thrown)) return released;
    throw thrown;
  });
  if (text === released) return undefined;
  const mark = readMark(text);
  // What happened to it nobody can tell: only a person can take it away.
  if (!mark) return `its claim ${path} is damaged (remove that file if there is no such run)`;
  return isLiving(mark) ? `process ${mark.pid} on ${mark.host}, since ${mark.since}` : undefined;
};

/** Makes a file with its whole text at once, unless there is one of that name already. */
const makeOnce = async (path: string, text: string): Promise<boolean> => {
  const draft = `${path}.${randomUUID()}.draft`;
  // Its text is on the disk before its name is: a power cut leaves a whole claim, or none.
  await writeDurably(draft, text);
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
  await writeDurably(draft, text);
  await rename(draft, path);
};
