import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { expect, it } from 'vitest';
import { commands } from './commands/index.ts';

const page = readFileSync(new URL('../../../../docs/reports.md', import.meta.url), 'utf8');

/** The command lines of a page, without what the shell does with them. */
const lines = [...page.matchAll(/npx orgcontacts ([^'\n>|]+)/g)].map(([, line = '']) => line.trim().split(/\s+/));

it('docs/reports.md shows command lines', () => {
  expect(lines.length).toBeGreaterThan(5);
});

it.each(lines.map((words) => [words.join(' '), words] as const))('orgcontacts %s is understood', async (_, words) => {
  const [name, ...argv] = words;
  const listed = commands.find((command) => command.name === name);
  const command = (await listed?.load())?.describe(new Command().exitOverride());
  expect(command?.parseOptions(argv)).toEqual({ operands: [], unknown: [] });
});
