import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../templates/', import.meta.url));
const installed = spawnSync('cfn-lint', ['--version'], { encoding: 'utf8' });
const isInstalled = installed.status === 0;
if (!isInstalled)
  process.stderr.write('cfn-lint is not installed: the templates are not linted here (pip install cfn-lint).\n');

describe('cfn-lint', () => {
  it.runIf(isInstalled)('has nothing to say about the templates', { timeout: 120_000 }, () => {
    const files = readdirSync(folder).map((name) => `${folder}${name}`);
    const { stdout, status } = spawnSync('cfn-lint', files, { encoding: 'utf8' });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});
