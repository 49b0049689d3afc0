import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, it } from 'vitest';
import { publicNames } from '../../../tests/public-names.ts';

const packages = fileURLToPath(new URL('../../', import.meta.url));

it.each(['orgcontacts', 'emulator'])('%s has nothing that publint would complain about', async (name) => {
  const { messages, pkg } = await publint({ pkgDir: `${packages}${name}`, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
});

it.each(['orgcontacts', 'emulator'])('%s is published with its license and its README', async (name) => {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'];
  const { stdout } = await promisify(execFile)('npm', args, { cwd: `${packages}${name}`, maxBuffer: 16 * 1024 * 1024 });
  const [packed] = JSON.parse(stdout) as readonly { readonly files: readonly { readonly path: string }[] }[]; // npm's own form.
  expect(packed?.files.map(({ path }) => path)).toEqual(expect.arrayContaining(['LICENSE', 'README.md']));
});

describe('what is built', () => {
  it.each(Object.entries(publicNames))('exports from %s what its sources do', async (entry, { values }) => {
    expect(Object.keys(await import(entry)).toSorted()).toEqual(values);
  });
});
