import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ReadReference, ReadReferenceAnswer } from '../policy/read-field.ts';
import type { Io } from './io.ts';

/** A field of a contact has at most 254 characters; whatever is longer than this was never meant for one. */
const largest = 4_096;

/** Gives the values that a policy refers to: variables of this process, and files below the folder of the policy. */
export const makeReadReference =
  (io: Pick<Io, 'env'>, policyFile: string): ReadReference =>
  (reference) =>
    reference.kind === 'env' ? readVariable(io.env[reference.name]) : readBelow(dirname(policyFile), reference.path);

const readVariable = (value: string | undefined): ReadReferenceAnswer =>
  value === undefined ? missing('is not set') : { kind: 'value', text: value };

const readBelow = (folder: string, path: string): ReadReferenceAnswer => {
  try {
    const wanted = join(realpathSync(folder), path);
    if (realpathSync(wanted) !== wanted) return missing('is reached by a link');
    const { size } = statSync(wanted);
    if (size > largest) return missing(`has ${size} bytes, and at most ${largest} are read`);
    // Editors end files with a line end that belongs to no value.
    return { kind: 'value', text: readFileSync(wanted, 'utf8').replace(/\r?\n$/, '') };
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown)) throw thrown;
    return missing(thrown.code === 'ENOENT' ? 'does not exist' : `cannot be read (${String(thrown.code)})`);
  }
};

const missing = (because: string): ReadReferenceAnswer => ({ kind: 'missing', because });
