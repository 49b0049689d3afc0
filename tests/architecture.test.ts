import { describe, expect, it } from 'vitest';
import { checkCasts, checkExports, checkGlobals, checkNames, checkSizes, lengthOf } from './check-files.ts';
import { checkCycles, checkModules, checkRooms, type Violation } from './check-imports.ts';
import { makeSource, readSources, type Source } from './sources.ts';

const sources = readSources();

const say = ({ path, line, found, todo }: Violation): string => `packages/${path}:${line}: ${found}; to do: ${todo}`;

type Check = (some: readonly Source[]) => readonly Violation[];

const checks: readonly (readonly [string, Check])[] = [
  ['rooms import only what the table in tests/rooms.ts says', checkRooms],
  ['modules from outside are imported only where they belong, and packages do not reach into each other', checkModules],
  ['no rooms import each other in a circle', checkCycles],
  ['no file is too long', checkSizes],
  ['no file exports too much, and none by default', checkExports],
  ['every cast has its reason beside it', checkCasts],
  ['only the edges know process, console, clock and chance', checkGlobals],
  ['no file or folder has a name that says nothing', checkNames],
];

describe('in all sources of all packages', () => {
  it('there is something to check', () => {
    expect(sources.length).toBeGreaterThan(150);
    const packages = ['orgcontacts', 'emulator', 'dashboard', 'deploy'];
    expect(new Set(sources.map((source) => source.package))).toEqual(new Set(packages));
  });

  it.each(checks)('%s', (_, check) => {
    expect(check(sources).map(say)).toEqual([]);
  });

  it('most files have less than 100 lines', () => {
    const files = sources.filter(({ isTest }) => !isTest);
    const small = files.filter((source) => lengthOf(source) < 100);
    expect(small.length / files.length).toBeGreaterThan(0.85);
  });
});

const long = (lines: number): string => `${'const x = 1;\n'.repeat(lines)}`;

/** Each line: what is wrong, the check that has to find it, and a small source in which it is so. */
const wrong: readonly (readonly [string, Check, string, string])[] = [
  ['a room that imports upwards', checkRooms, 'orgcontacts/src/plan/a.ts', "import { x } from '../apply/b.ts';"],
  ['a type that comes from above', checkRooms, 'orgcontacts/src/org/a.ts', "import type { X } from '../plan/b.ts';"],
  ['an export from above', checkRooms, 'orgcontacts/src/pace/a.ts', "export * from '../contact/b.ts';"],
  ['an import on the way', checkRooms, 'orgcontacts/src/pace/a.ts', "await import('../contact/b.ts');"],
  ['a type written as an import', checkRooms, 'orgcontacts/src/pace/a.ts', "type X = import('../contact/b.ts').X;"],
  ['something that imports the command', checkRooms, 'orgcontacts/src/index.ts', "export { x } from './cli/io.ts';"],
  ['a room that nobody knows', checkRooms, 'orgcontacts/src/misc/a.ts', ''],
  ['the SDK outside aws', checkModules, 'orgcontacts/src/plan/a.ts', "import { x } from '@aws-sdk/client-sts';"],
  ['files in a pure room', checkModules, 'orgcontacts/src/plan/a.ts', "import { open } from 'node:fs/promises';"],
  ['a server in the library', checkModules, 'orgcontacts/src/cli/a.ts', "import { createServer } from 'node:http';"],
  ['YAML outside the policy', checkModules, 'orgcontacts/src/plan/a.ts', "import { parse } from 'yaml';"],
  ['schemas everywhere', checkModules, 'orgcontacts/src/apply/a.ts', "import { z } from 'zod';"],
  ['arguments in a room', checkModules, 'orgcontacts/src/plan/a.ts', "import { Command } from 'commander';"],
  ['a package that nobody decided on', checkModules, 'orgcontacts/src/cli/a.ts', "import _ from 'lodash';"],
  ['the emulator in the library', checkModules, 'orgcontacts/src/cli/a.ts', "import 'orgcontacts-emulator';"],
  ['the library in the emulator', checkModules, 'emulator/src/a.ts', "import 'orgcontacts';"],
  [
    'the library in a test of the emulator',
    checkModules,
    'emulator/src/a.test.ts',
    "import '../../orgcontacts/src/x.ts';",
  ],
  ['a file that is too long', checkSizes, 'orgcontacts/src/plan/a.ts', long(301)],
  ['a test that is too long', checkSizes, 'orgcontacts/src/plan/a.test.ts', long(501)],
  ['a default export', checkExports, 'orgcontacts/src/plan/a.ts', 'export default 1;'],
  ['a default function', checkExports, 'orgcontacts/src/plan/a.ts', 'export default function x() {}'],
  ['a default by another name', checkExports, 'orgcontacts/src/plan/a.ts', 'const x = 1;\nexport { x as default };'],
  ['six exports', checkExports, 'orgcontacts/src/plan/a.ts', 'export const a = 1, b = 1, c = 1, d = 1, e = 1, f = 1;'],
  ['a cast', checkCasts, 'orgcontacts/src/plan/a.ts', 'const x = y as string;'],
  ['a cast of the old kind', checkCasts, 'orgcontacts/src/plan/a.ts', 'const x = <string>y;'],
  ['the process', checkGlobals, 'orgcontacts/src/plan/a.ts', 'const x = process.env;'],
  ['the process taken apart', checkGlobals, 'orgcontacts/src/plan/a.ts', 'const { env } = process;'],
  ['the console', checkGlobals, 'emulator/src/listen.ts', "console.log('x');"],
  ['the clock', checkGlobals, 'orgcontacts/src/plan/a.ts', 'const x = Date.now();'],
  ['the clock as a date', checkGlobals, 'orgcontacts/src/plan/a.ts', 'const x = new Date();'],
  ['chance', checkGlobals, 'orgcontacts/src/plan/a.ts', 'const x = Math.random();'],
  ['a file of helpers', checkNames, 'orgcontacts/src/plan/helpers.ts', ''],
  ['a folder called core', checkNames, 'emulator/src/core/a.ts', ''],
];

describe('the checks', () => {
  it.each(wrong)('find %s, and name file and line', (_, check, path, text) => {
    const found = check([makeSource(path, text)]).map(say);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^packages/${path}:\\d+: .+; to do: .+`));
  });

  it('name the line that is wrong', () => {
    const [found] = checkCasts([makeSource('orgcontacts/src/plan/a.ts', 'const a = 1;\n\nconst x = y as string;\n')]);
    expect(found?.line).toBe(3);
  });

  it('find rooms in a circle', () => {
    const circle = [
      makeSource('orgcontacts/src/plan/a.ts', "import '../org/b.ts';"),
      makeSource('orgcontacts/src/org/b.ts', "import '../contact/c.ts';"),
      makeSource('orgcontacts/src/contact/c.ts', "import '../plan/a.ts';"),
    ];
    expect(checkCycles(circle)).toHaveLength(3);
    expect(checkCycles(circle.slice(1))).toEqual([]);
  });

  it('have nothing to say about what is right', () => {
    const right = [
      makeSource('orgcontacts/src/plan/a.ts', "import { x } from '../org/b.ts';\nexport const y = ['a'] as const;\n"),
      makeSource('orgcontacts/src/org/b.ts', '// Checked just above.\nexport const x = y as string;\n'),
      makeSource('orgcontacts/src/gateway/aws/a.ts', "import { x } from '@aws-sdk/client-sts';\n"),
      makeSource('orgcontacts/src/pace/clock.ts', 'export const now = () => Date.now();\n'),
      makeSource(
        'orgcontacts/src/cli/a.ts',
        "import { Command } from 'commander';\nprocess.exit(new Date(0).getTime());\n",
      ),
      makeSource(
        'orgcontacts/src/plan/a.test.ts',
        "import { createServer } from 'node:http';\nconst x = y as string;\n",
      ),
    ];
    expect(checks.flatMap(([, check]) => check(right)).map(say)).toEqual([]);
  });
});
