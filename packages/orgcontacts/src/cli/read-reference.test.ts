import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeReadReference } from './read-reference.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgcontacts-reference-'));
  await mkdir(join(folder, 'policies', 'phones'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'policies', 'phones', 'desk.txt'), '+1 555 0100\r\n');
  await writeFile(join(folder, 'policies', 'two-lines.txt'), 'a\n\n');
  await writeFile(join(folder, 'policies', 'large.txt'), 'x'.repeat(5_000));
  await symlink(join(folder, 'secret.txt'), join(folder, 'policies', 'link.txt'));
  await symlink(folder, join(folder, 'policies', 'up'));
});
afterAll(() => rm(folder, { recursive: true }));

const read = (path: string) =>
  makeReadReference({ env: {} }, join(folder, 'policies', 'contacts.yaml'))({ kind: 'file', path });

it('reads variables of the process', () => {
  const readVariable = makeReadReference({ env: { ORGCONTACTS_PHONE: '+1', ORGCONTACTS_EMPTY: '' } }, 'contacts.yaml');
  expect(readVariable({ kind: 'env', name: 'ORGCONTACTS_PHONE' })).toEqual({ kind: 'value', text: '+1' });
  expect(readVariable({ kind: 'env', name: 'ORGCONTACTS_EMPTY' })).toEqual({ kind: 'value', text: '' });
  expect(readVariable({ kind: 'env', name: 'ORGCONTACTS_OTHER' })).toEqual({ kind: 'missing', because: 'is not set' });
});

it('reads files below the folder of the policy, without their last line end', () => {
  expect(read('phones/desk.txt')).toEqual({ kind: 'value', text: '+1 555 0100' });
  expect(read('two-lines.txt')).toEqual({ kind: 'value', text: 'a\n' });
});

it.each([
  ['is not there', 'phones/none.txt', 'does not exist'],
  ['is a folder', 'phones', 'cannot be read (EISDIR)'],
  ['is a link', 'link.txt', 'is reached by a link'],
  ['lies behind a link', 'up/secret.txt', 'is reached by a link'],
  ['is far longer than a field', 'large.txt', 'has 5000 bytes, and at most 4096 are read'],
])('does not read what %s', (_, path, because) => {
  expect(read(path)).toEqual({ kind: 'missing', because });
});
