// Puts the command into one file: two hundred small ones take a third of a second to load, and whoever starts an emulator for each test waits
// for that each time. What it depends on stays outside.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  entryPoints: [here('dist/cli.js')],
  outfile: here('dist/command.js'),
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
});
