import * as fs from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeGroupCommit } from '../group-commit.ts';
import { sealAll } from '../sealed-line.ts';
import { DamagedState, type Placed, parseState, renderState, type State } from '../state-file.ts';
import type { StateRecord, Written } from '../state-record.ts';
import { claimFolder } from './claim-folder.ts';

/** A folder in which an emulator lives on: its world as a file, and behind it every write since. */
export interface StateFolder {
  /** What it went on from; undefined for a new folder. */
  readonly found?: State;
  /** Says where a record stands that cannot be believed. */
  damaged(place: Omit<Placed<unknown>, 'value'>, because: string): Error;
  /** From now on the folder follows this world, which is asked for whenever it is written as a whole; at once, where it is not what was found. */
  follow(world: () => Written, isAsFound: boolean): void;
  add(record: StateRecord): void;
  /** Has the world written as a whole: something happened that is no single write. */
  replace(): void;
  /** Done when everything that happened is on the disk; undefined when it is already. */
  settled(): Promise<void> | undefined;
  /** Writes the world as a whole, if there is anything new, and lets another process have the folder. */
  close(): Promise<void>;
  /** Lets another process have the folder as it is. */
  leave(): void;
}

/** Records are read more slowly than a world: beyond this, in bytes, and beyond a quarter of the world, it is written anew. */
const shortest = 1024 * 1024;

/** Claims a folder, which is made if it is not there, and reads what is in it. Throws where it is in use or damaged. */
export const openStateFolder = (folder: string): StateFolder => {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = claimFolder(folder);
  const path = join(folder, 'state.jsonl');
  try {
    const found = readState(path);
    return { ...followed(folder, path, found, release), ...(found && { found }) };
  } catch (thrown) {
    release();
    throw thrown;
  }
};

const readState = (path: string): State | undefined => {
  if (!fs.existsSync(path)) return undefined;
  try {
    return parseState(fs.readFileSync(path));
  } catch (thrown) {
    throw thrown instanceof DamagedState ? inFile(path, thrown) : thrown;
  }
};

const inFile = (path: string, { message }: DamagedState): Error =>
  new Error(`${path}, ${message}. Nothing of it was loaded; put a copy in its place, or move it away to begin anew.`);

const appendFile = promisify(fs.appendFile);
const datasync = promisify(fs.fdatasync);

const followed = (
  folder: string,
  path: string,
  found: State | undefined,
  release: () => void,
): Omit<StateFolder, 'found'> => {
  let world = (): Written => {
    throw new Error('A state folder was written to before it followed a world.');
  };
  let file: number | undefined;
  let { seal, length } = found ?? { seal: 0, length: 0 };
  let wholeLength = length;
  let isClosed = false;
  const refuseClosed = (): void => {
    if (isClosed) throw new Error(`${folder} was closed.`);
  };
  const replace = (): void => {
    refuseClosed();
    const written = renderState(world());
    if (file !== undefined) fs.closeSync(file);
    file = writeWhole(folder, path, written.text);
    seal = written.seal;
    length = Buffer.byteLength(written.text);
    wholeLength = length;
  };
  const append = async (lines: readonly string[]): Promise<void> => {
    refuseClosed();
    const sealed = sealAll(lines, seal);
    file ??= openCut(path, length);
    await appendFile(file, sealed.text);
    await datasync(file);
    seal = sealed.seal;
    length += Buffer.byteLength(sealed.text);
  };
  const isLong = (): boolean => length - wholeLength > Math.max(shortest, wholeLength / 4);
  const commit = makeGroupCommit({ append, replace, isLong });
  return {
    damaged: (place, because) => inFile(path, new DamagedState(place, because)),
    follow: (next, isAsFound) => {
      world = next;
      if (!isAsFound) replace();
    },
    add: (record) => commit.add(JSON.stringify(record)),
    replace: commit.replace,
    settled: commit.settled,
    leave: release,
    close: async () => {
      if (length > wholeLength) commit.replace();
      await commit.settled();
      isClosed = true;
      if (file !== undefined) fs.closeSync(file);
      release();
    },
  };
};

/** Opens a file to add to it, without the line that a crash has torn. */
const openCut = (path: string, length: number): number => {
  const file = fs.openSync(path, 'a', 0o600);
  fs.ftruncateSync(file, length);
  return file;
};

/** Writes a file that is there as a whole or not at all, and leaves it open to add to it. */
const writeWhole = (folder: string, path: string, text: string): number => {
  const draft = `${path}.new`;
  fs.rmSync(draft, { force: true });
  const file = fs.openSync(draft, 'a', 0o600);
  fs.writeFileSync(file, text);
  fs.fsyncSync(file);
  fs.renameSync(draft, path);
  syncFolder(folder);
  return file;
};

/** The name of a file is on the disk only when its folder is. */
const syncFolder = (folder: string): void => {
  const opened = fs.openSync(folder, 'r');
  fs.fsyncSync(opened);
  fs.closeSync(opened);
};
