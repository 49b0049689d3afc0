import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'orgcontacts-tests-'));

/** Gives all tests of a run one folder for what they write: workers begin after this, and os.tmpdir() in them obeys it. */
export const setup = (): void => {
  process.env['TMPDIR'] = folder;
};

/** Removes it with everything in it. */
export const teardown = (): void => rmSync(folder, { recursive: true, force: true });
