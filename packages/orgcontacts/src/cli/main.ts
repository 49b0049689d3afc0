import { version } from './version.ts';

const argv = process.argv.slice(2);

/** Scripts ask for it often: nothing else is loaded for it. */
const asksForVersion = argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v');

if (asksForVersion) process.stdout.write(`${version()}\n`);
else {
  const [{ makeProcessIo }, { runCli }] = await Promise.all([import('./process-io.ts'), import('./run-cli.ts')]);
  process.exitCode = await runCli(argv, makeProcessIo());
}
