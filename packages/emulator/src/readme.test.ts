import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type BehaviourOption, behaviours } from './behaviour/behaviours.ts';
import { helpText } from './cli-options.ts';
import { accountOperations } from './services/account/index.ts';
import { organizationsOperations } from './services/organizations/index.ts';
import { stsOperations } from './services/sts/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

const between = (start: RegExp, end: string): string => {
  const [found] = start.exec(readme) ?? [''];
  const from = readme.indexOf(found) + found.length;
  return readme.slice(from, readme.indexOf(end, from)).trim();
};

const row = ([name, { values, about }]: readonly [string, BehaviourOption]): string =>
  `| \`${name}\` | ${values.map((value) => `\`${value}\``).join(', ')} | ${about} |`;

describe('the README of the emulator', () => {
  it('lists every option of behaviour as the source has it', () => {
    const table = ['| option | values | |', '| --- | --- | --- |', ...Object.entries(behaviours).map(row)].join('\n');
    expect(between(/<!-- behaviours: .* -->/, '<!-- end of behaviours -->')).toBe(table);
  });

  it('lists every operation', () => {
    const section = between(/## Operations/, '##');
    const named = section.match(
      /\b(Get|Put|Delete|List|Describe|Create|Move|Tag|Untag|Enable|Disable|Register|Deregister)[A-Z]\w+/g,
    );
    const operations = [...accountOperations, ...organizationsOperations, ...stsOperations].map(({ name }) => name);
    expect(named?.toSorted()).toEqual(operations.toSorted());
  });

  it('lists every option of the command line', () => {
    const options = helpText.match(/^ {2}(--[a-z]+)/gm)?.map((option) => option.trim()) ?? [];
    const listed = [...readme.matchAll(/^\| `(--[a-z]+)/gm)].map(([, option]) => option);
    expect(listed).toEqual(options.filter((option) => option !== '--help'));
  });
});
