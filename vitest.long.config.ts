import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const setup = fileURLToPath(new URL('tests/temporary-folder.ts', import.meta.url));

const seconds = process.env['STRESS_SECONDS'] ?? '60';

/** Tests that look for something new each time, for as long as one likes: FUZZ_SECONDS, STRESS_SECONDS. Not part of npm test. */
export default defineConfig({
  test: {
    globalSetup: setup,
    environment: 'node',
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'fuzz', include: ['packages/*/e2e/**/*.fuzz.ts'] } },
      {
        extends: true,
        test: { name: 'stress', include: ['packages/*/e2e/two-writers.test.ts'], env: { STRESS_SECONDS: seconds } },
      },
    ],
  },
});
