import { copyFileSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const fileIn = (folder: string): URL => new URL(`../${folder}LICENSE`, import.meta.url);

it.each(['packages/orgcontacts/', 'packages/emulator/'])(
  '%s is published under the license of the project',
  (folder) => {
    if (process.env['UPDATE_GENERATED'] === '1') copyFileSync(fileIn(''), fileIn(folder));
    expect(readFileSync(fileIn(folder), 'utf8')).toBe(readFileSync(fileIn(''), 'utf8'));
  },
);
