import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { policyText } from './policy-text.mjs';

const pathOf = (file) => fileURLToPath(new URL(file, import.meta.url));
const bin = pathOf('../packages/orgcontacts/bin/orgcontacts.js');
const rounds = 11;
const assignments = 1_000;

const run = (args) => {
  const startedAt = performance.now();
  const { status, stdout } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return { took: performance.now() - startedAt, stdout };
};

const medianOf = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];

/** What a policy of 1,000 assignments costs: to parse, beside YAML alone, each once in a fresh process; and the whole command. */
export const validateThousand = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orgcontacts-bench-'));
  try {
    const file = join(folder, 'contacts.yaml');
    const text = policyText(assignments);
    writeFileSync(file, text);
    const yaml = [];
    const policy = [];
    const whole = [];
    for (let round = 0; round < rounds; round++) {
      yaml.push(Number(run([pathOf('parse-process.mjs'), 'yaml', file]).stdout));
      policy.push(Number(run([pathOf('parse-process.mjs'), 'policy', file]).stdout));
      whole.push(run([bin, 'validate', '--policy', file]).took);
    }
    const size = `${assignments} assignments, ${(text.length / 1_000).toFixed(0)} KB, medians of ${rounds}`;
    return [
      {
        name: 'validate: parsePolicy over yaml.parseDocument of the same text',
        figure: medianOf(policy) / medianOf(yaml),
        bound: 2.5,
        detail: `${size}: ${medianOf(policy).toFixed(0)} ms, ${medianOf(yaml).toFixed(0)} ms`,
      },
      {
        name: 'validate: the whole process, in ms',
        figure: medianOf(whole),
        bound: 600,
        detail: size,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};
