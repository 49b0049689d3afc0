import { describe, expect, it } from 'vitest';
import { parseWorld } from './parse-world.ts';
import { emulatorOf, smallWorld } from './worlds.builder.ts';

const tagged = (tags: unknown) => {
  const world = smallWorld();
  return { ...world, accounts: world.accounts.map((account, index) => (index === 0 ? { ...account, tags } : account)) };
};

describe('the tags of a world', () => {
  it.each(['env', '__proto__', 'constructor', 'toString', ' '])(
    'have the key %j, also after a way through a file',
    (key) => {
      const text = `{"${key}":"prod"}`;
      const read = parseWorld(JSON.stringify(tagged(JSON.parse(text))));
      if (read.kind === 'invalid') throw new Error(read.problems.join());
      expect(JSON.stringify(emulatorOf({ world: read.world }).snapshot().accounts[0]?.tags)).toBe(text);
    },
  );

  it('may be left out', () => {
    expect(parseWorld(JSON.stringify(tagged(undefined)))).toEqual({ kind: 'world', world: tagged({}) });
  });

  it.each([
    [{ env: 5 }, 'accounts.0.tags.env: the value of a tag is text: write it in quotes'],
    [{ env: null }, 'accounts.0.tags.env: the value of a tag is text: write it in quotes'],
    [[], 'accounts.0.tags: tags are keys with their values'],
    [null, 'accounts.0.tags: tags are keys with their values'],
    ['env', 'accounts.0.tags: tags are keys with their values'],
  ])('are not %j', (tags, problem) => {
    expect(parseWorld(JSON.stringify(tagged(tags)))).toEqual({ kind: 'invalid', problems: [problem] });
  });
});
