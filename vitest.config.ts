import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** In tests our own packages are read from their sources, so that no test looks at a stale build. */
const alias = [
  { find: 'orgcontacts-emulator', replacement: source('packages/emulator/src/index.ts') },
  { find: /^orgcontacts$/, replacement: source('packages/orgcontacts/src/index.ts') },
  { find: /^orgcontacts\/(aws|memory)$/, replacement: source('packages/orgcontacts/src/$1.ts') },
];

const quick = { isolate: false, environment: 'node', testTimeout: 30_000 } as const;

export default defineConfig({
  test: {
    reporters: ['default', source('tests/count-reporter.ts')],
    globalSetup: source('tests/temporary-folder.ts'),
    // Left alone it keeps one processor free, which on two halves the speed.
    maxWorkers: '100%',
    coverage: { provider: 'v8', include: ['packages/*/src/**/*.ts'] },
    projects: [
      {
        resolve: { alias },
        test: {
          ...quick,
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: [
            '**/*.prop.test.ts',
            '**/*.heavy.test.ts',
            '**/node_modules/**',
            'tests/clients/**/{boto3,cli,findings}.test.ts',
          ],
        },
      },
      {
        resolve: { alias },
        test: { ...quick, name: 'property', include: ['packages/*/src/**/*.prop.test.ts'] },
      },
      {
        test: {
          name: 'e2e',
          isolate: true,
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 60_000,
          include: ['packages/{orgcontacts,emulator,deploy}/e2e/**/*.test.ts'],
          exclude: ['**/*.heavy.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'browser',
          globalSetup: source('packages/dashboard/e2e/unpack-browser.ts'),
          isolate: true,
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          include: ['packages/dashboard/e2e/**/*.test.ts'],
        },
      },
    ],
  },
});
