import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../packages/orgcontacts/bin/orgcontacts.js', import.meta.url));
const rounds = 25;

const timeOf = (args) => {
  const startedAt = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return performance.now() - startedAt;
};

const medianOf = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];

/** How long `orgcontacts --version` takes over `node -e 0`; the two take turns, so that both meet the same noise. */
export const coldStart = async () => {
  const bare = [];
  const ours = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(timeOf(['-e', '0']));
    ours.push(timeOf([bin, '--version']));
  }
  return [
    {
      name: 'cold start: orgcontacts --version over node -e 0',
      figure: medianOf(ours) / medianOf(bare),
      bound: 1.5,
      detail: `medians of ${rounds}: ${medianOf(ours).toFixed(0)} ms, ${medianOf(bare).toFixed(0)} ms`,
    },
  ];
};
