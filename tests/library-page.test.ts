import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { examplesOn } from './find-examples.ts';
import { entries } from './library-program.ts';

const page = readFileSync(new URL('../docs/library.md', import.meta.url), 'utf8');
const [walk, ...others] = examplesOn(page, 'docs/library.md');
const folder = mkdtempSync(join(tmpdir(), 'orgcontacts-page-'));

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** The program as it stands on the page, with the entries read from their sources. */
const fromSources = (text: string): string =>
  text.replaceAll(/from '(orgcontacts[^']*)'/g, (_, entry: string) => `from '${entries[entry]}'`);

it('shows one program, and what it prints', async () => {
  expect(others).toEqual([]);
  const printed: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line) => printed.push(line));
  const file = join(folder, 'walk.ts');
  writeFileSync(file, fromSources(walk?.text ?? ''));
  await import(file);
  const [, shown] = /^```text\n(.*?)^```$/ms.exec(page) ?? [];
  expect(`${printed.join('\n')}\n`).toBe(shown);
});
