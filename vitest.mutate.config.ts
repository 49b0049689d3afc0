import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { FailedLoads } from './tests/failed-loads.ts';
import { PropertiesLast } from './tests/properties-last.ts';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The tests that Stryker runs against every mutant (stryker.config.json): those of the pure rooms, with short properties. */
export default defineConfig({
  test: {
    isolate: false,
    environment: 'node',
    testTimeout: 30_000,
    include: ['packages/orgcontacts/src/{contact,diagnostic,plan,policy,resolve,selector}/**/*.test.ts'],
    setupFiles: source('tests/short-properties.ts'),
    reporters: [new FailedLoads()],
    sequence: { sequencer: PropertiesLast },
  },
});
