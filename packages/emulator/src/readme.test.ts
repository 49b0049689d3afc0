import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { helpText } from './cli-options.ts';
import { accountOperations } from './services/account/index.ts';
import { organizationsOperations } from './services/organizations/index.ts';
import { stsOperations } from './services/sts/index.ts';

const pageOf = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const readme = pageOf('../README.md');

const between = (page: string, start: RegExp, end: string): string => {
  const [found] = start.exec(page) ?? [''];
  const from = page.indexOf(found) + found.length;
  return page.slice(from, page.indexOf(end, from)).trim();
};

describe('the README of the emulator', () => {
  it('lists every operation', () => {
    const lists = between(readme, /## Operations/, 'Each has a parity script');
    // Operations begin with a verb and go on with a capital; the names of services in front of the lists do not count.
    const named = lists.replaceAll(/^- [^:]*:/gm, '').match(/\b[A-Z][a-z]+[A-Z]\w+/g);
    const operations = [...accountOperations, ...organizationsOperations, ...stsOperations].map(({ name }) => name);
    expect(named?.toSorted()).toEqual(operations.toSorted());
  });

  it('lists every option of the command line', () => {
    const options = helpText.match(/^ {2}(--[a-z]+)/gm)?.map((option) => option.trim()) ?? [];
    const listed = [...readme.matchAll(/^\| `(--[a-z]+)/gm)].map(([, option]) => option);
    expect(listed).toEqual(options.filter((option) => option !== '--help'));
  });
});
