import { constants, copyFile, open, rename, rm, writeFile } from 'node:fs/promises';
import { CliError } from './cli-error.ts';

/** Writes a file that people edit, whole or not at all; an existing one is kept beside it. Gives the name of that copy. */
export const writeKeeping = async (file: string, text: string): Promise<string | null> => {
  const kept = await keepCopy(file);
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text, { mode: 0o600, flag: 'wx' });
    await rename(temporary, file);
  } catch (thrown) {
    await rm(temporary, { force: true });
    throw cannotWrite(file, thrown);
  }
  return kept;
};

/** Writes a file that only its owner may read, whoever could read it before; what is no file, as a pipe, is written to as it is. */
export const writePrivate = async (file: string, text: string): Promise<void> => {
  const handle = await open(file, 'w', 0o600).catch((thrown: unknown) => {
    throw cannotWrite(file, thrown);
  });
  try {
    if ((await handle.stat()).isFile()) await handle.chmod(0o600);
    await handle.writeFile(text);
  } catch (thrown) {
    throw cannotWrite(file, thrown);
  } finally {
    await handle.close();
  }
};

/** Copies a file to the first free name of file.bak, file.bak2, file.bak3; null when there is no such file. */
const keepCopy = async (file: string): Promise<string | null> => {
  for (let number = 1; ; number++) {
    const copy = `${file}.bak${number === 1 ? '' : number}`;
    const problem = await copyFile(file, copy, constants.COPYFILE_EXCL).catch(
      (thrown: NodeJS.ErrnoException) => thrown,
    );
    if (!problem) return copy;
    if (problem.code === 'EEXIST') continue;
    if (problem.code === 'ENOENT') return null;
    throw cannotWrite(copy, problem);
  }
};

const cannotWrite = (file: string, thrown: unknown): unknown =>
  thrown instanceof Error && 'code' in thrown
    ? new CliError('error', `${file} cannot be written: ${thrown.message}.`, 'Nothing was changed; name another file.')
    : thrown;
