import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rooms } from './rooms.ts';
import { importsOf, readSources } from './sources.ts';

const page = readFileSync(new URL('../ARCHITECTURE.md', import.meta.url), 'utf8');

/** The rows of the page's table of rooms: the room, and what it may import. */
const rows = [...page.matchAll(/^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$/gm)].map(
  ([, room = '', imports = '']) => [room, imports === 'nothing' ? [] : imports.split(', ').toSorted()] as const,
);

it('the page has every room, with what it may import', () => {
  const told = Object.fromEntries(rows);
  expect(told['cli']).toEqual(['everything; nobody imports it']);
  expect(told['ui']).toEqual(['everything but cli']);
  expect({ ...told, cli: [], ui: [] }).toEqual({
    ...Object.fromEntries(Object.entries(rooms).map(([room, imports]) => [room, imports.toSorted()])),
    cli: [],
    ui: [],
  });
});

it('no room may import what it does not', () => {
  const used = new Map<string, Set<string>>();
  for (const source of readSources().filter((each) => each.package === 'orgcontacts' && !each.isTest))
    for (const { path } of importsOf(source))
      used.set(source.room, (used.get(source.room) ?? new Set()).add(path?.split('/')[2] ?? ''));
  const idle = Object.entries(rooms).flatMap(([room, imports]) =>
    imports.filter((other) => !used.get(room)?.has(other)).map((other) => `${room} needs no ${other}`),
  );
  expect(idle).toEqual([]);
});
