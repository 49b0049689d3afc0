import { modules, openRooms, rooms } from './rooms.ts';
import { importsOf, type Source } from './sources.ts';

/** A rule that a source breaks: where, what was found, and what to do. */
export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly found: string;
  readonly todo: string;
}

/** Finds imports between rooms that the table does not have. */
export const checkRooms = (sources: readonly Source[]): readonly Violation[] =>
  sources.filter((source) => source.package === 'orgcontacts' && !source.isTest).flatMap(checkRoom);

const checkRoom = (source: Source): readonly Violation[] => {
  const { path, room } = source;
  if (!rooms[room] && !openRooms[room]) {
    const todo = `add a line for ${room} to tests/rooms.ts and to ARCHITECTURE.md, or use a room that exists`;
    return [{ path, line: 1, found: `the room ${room} is not in the table`, todo }];
  }
  return importsOf(source).flatMap(({ line, path: target }) => {
    const other = target === undefined ? room : roomOf(target);
    if (other === room || mayImport(room, other)) return [];
    const allowed = rooms[room]?.join(', ') || (rooms[room] ? 'no other room' : 'everything but the command');
    const todo = `${room} may import ${allowed}; move what is needed, or pass it as an argument`;
    return [{ path, line, found: `${room} imports ${other}`, todo }];
  });
};

const roomOf = (path: string): string => path.split('/')[2] ?? '';

const mayImport = (room: string, other: string): boolean =>
  rooms[room]?.includes(other) ?? !openRooms[room]?.includes(other);

/** Finds modules from outside in places that may not import them, and packages that reach into each other. */
export const checkModules = (sources: readonly Source[]): readonly Violation[] =>
  sources.flatMap((source) => [...checkBorders(source), ...(source.isTest ? [] : checkOutside(source))]);

const checkOutside = (source: Source): readonly Violation[] =>
  importsOf(source).flatMap(({ line, module, path: own }) => {
    if (own !== undefined) return [];
    const { path } = source;
    const known = modules.filter(({ what }) => what.test(module));
    if (known.some(({ where }) => where.test(path))) return [];
    const because = known[0]?.because ?? 'it stands in no line of the table of modules in tests/rooms.ts';
    return [{ path, line, found: `${module} is imported`, todo: `do without it here: ${because}` }];
  });

/**
 * The library and the emulator know nothing of each other, tests included; only tests of the command and the deployment may use both. The
 * dashboard knows the shape of what it is told, and no more: types of the room `page`.
 */
const checkBorders = (source: Source): readonly Violation[] =>
  importsOf(source).flatMap(({ line, module, path: own, isType }) => {
    const { path } = source;
    const isOfPage = source.package === 'dashboard' && /^orgcontacts\/src\/(page|contact)\//.test(own ?? '') && isType;
    const leaves = own !== undefined && !own.startsWith(`${source.package}/src/`) && !isOfPage;
    const mayUseBoth = source.package === 'deploy' || source.room === 'cli';
    const names = source.isTest && !mayUseBoth && /^orgcontacts(-emulator)?(\/|$)/.test(module);
    if (!leaves && !names) return [];
    const todo = 'packages meet only through their public entries, and library and emulator only in cli/commands/demo';
    return [{ path, line, found: `${module} is another package`, todo }];
  });

/** Finds rooms that import each other, directly or in a circle. Files beside the rooms are the frame that holds them, and no rooms. */
export const checkCycles = (sources: readonly Source[]): readonly Violation[] => {
  const edges = new Map<string, Map<string, Violation>>();
  for (const source of sources.filter(({ isTest, room }) => !isTest && isFolder(room))) {
    const from = `${source.package}/${source.room}`;
    for (const { line, path } of importsOf(source)) {
      const room = path === undefined ? source.room : roomOf(path);
      const to = `${source.package}/${room}`;
      if (to === from || !isFolder(room)) continue;
      const found = `${from} and ${to} import each other, directly or in a circle`;
      const todo = 'move what both need into one of them, or into a room below both';
      const known = edges.get(from) ?? new Map<string, Violation>();
      edges.set(from, known.set(to, known.get(to) ?? { path: source.path, line, found, todo }));
    }
  }
  return [...edges].flatMap(([from, targets]) =>
    [...targets].flatMap(([to, violation]) => (reaches(edges, to, from) ? [violation] : [])),
  );
};

const isFolder = (room: string): boolean => !room.endsWith('.ts');

const reaches = (edges: ReadonlyMap<string, ReadonlyMap<string, unknown>>, from: string, to: string): boolean => {
  const seen = new Set<string>();
  const waiting = [from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    waiting.push(...(edges.get(at)?.keys() ?? []));
  }
  return false;
};
