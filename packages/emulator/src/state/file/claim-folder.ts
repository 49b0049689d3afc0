import { randomUUID } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLiving, type ProcessMark, readMark, thisProcess } from './this-process.ts';

/**
 * Claims a folder for this process; throws where another one holds it. Claims are numbered files with the mark of their process, and the
 * highest counts: whoever finds its process dead makes the next one, which only one can. A claim that was released stays, marked so:
 * were it removed, its number could be given out twice. Gives what releases it.
 */
export const claimFolder = (folder: string, self: ProcessMark = thisProcess()): (() => void) => {
  for (;;) {
    const numbers = claimsIn(folder);
    const last = numbers.at(-1) ?? 0;
    if (last > 0) refuseHeld(folder, join(folder, nameOf(last)));
    const own = join(folder, nameOf(last + 1));
    if (!makeOnce(own, JSON.stringify(self))) continue;
    // Held up since it looked, it may have made a number that others made and left behind long ago.
    if (claimsIn(folder).at(-1) === last + 1) {
      for (const number of numbers) rmSync(join(folder, nameOf(number)), { force: true });
      return () => replace(own, released);
    }
    rmSync(own, { force: true });
  }
};

const released = 'released';

const nameOf = (number: number): string => `claim-${String(number).padStart(8, '0')}`;

const claimsIn = (folder: string): readonly number[] =>
  readdirSync(folder)
    .flatMap((name) => /^claim-(\d{8})$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((one, other) => one - other);

/** A claim that was released, has a dead holder, or is gone because a later one was made, is in nobody's way. */
const refuseHeld = (folder: string, path: string): void => {
  const text = readUnlessGone(path);
  if (text === released) return;
  const mark = readMark(text);
  if (!mark) throw new Error(`${path} is damaged. Remove it if no emulator uses ${folder}.`);
  if (isLiving(mark))
    throw new Error(
      `${folder} is in use by process ${mark.pid} on ${mark.host}. Remove ${path} if there is no such process.`,
    );
};

const readUnlessGone = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (thrown) {
    if (isCode(thrown, 'ENOENT')) return released;
    throw thrown;
  }
};

/** Makes a file with its whole text at once, unless there is one of that name already. */
const makeOnce = (path: string, text: string): boolean => {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  try {
    linkSync(draft, path);
    return true;
  } catch (thrown) {
    if (isCode(thrown, 'EEXIST')) return false;
    throw thrown;
  } finally {
    rmSync(draft, { force: true });
  }
};

const replace = (path: string, text: string): void => {
  writeFileSync(`${path}.released`, text, { mode: 0o600, flush: true });
  renameSync(`${path}.released`, path);
};

const isCode = (thrown: unknown, code: string): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === code;
