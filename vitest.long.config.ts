import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const alias = { 'orgcontacts-emulator': source('packages/emulator/src/index.ts') };

/** One whole suite, by itself in its process. */
const suite = (name: string, include: readonly string[], env: Readonly<Record<string, string>> = {}) => ({
  resolve: { alias },
  test: { name, environment: 'node' as const, testTimeout: 120_000, hookTimeout: 60_000, include: [...include], env },
});

const settings = process.env;

/**
 * Suites that are not part of npm test: they take minutes, or need what not every machine has. How long or how often:
 * FUZZ_SECONDS, STRESS_SECONDS, CRASH_MOMENTS.
 */
export default defineConfig({
  test: {
    reporters: ['default', source('tests/count-reporter.ts')],
    globalSetup: source('tests/temporary-folder.ts'),
    projects: [
      suite('fuzz', ['packages/*/e2e/**/*.fuzz.ts']),
      suite('stress', ['packages/*/e2e/two-writers.test.ts'], { STRESS_SECONDS: settings['STRESS_SECONDS'] ?? '60' }),
      suite('crash', ['packages/*/e2e/crash.test.ts'], { CRASH_MOMENTS: settings['CRASH_MOMENTS'] ?? '200' }),
      // The pictures of the README, taken of the real page.
      suite('pictures', ['packages/dashboard/e2e/pictures.ts']),
      // Needs Python with boto3, and the AWS CLI.
      // What is too slow for npm test: long properties, many kills, many processes. Files end in .heavy.test.ts.
      suite('heavy', ['packages/*/{src,e2e}/**/*.heavy.test.ts']),
      suite('clients', ['tests/clients/{boto3,cli,findings}.test.ts']),
    ],
  },
});
