import { Command, CommanderError } from 'commander';
import type { CommandModule, ListedCommand } from './command.ts';
import { commands } from './commands/index.ts';
import { type ExitReason, exitCodes } from './exit-code.ts';
import type { Io } from './io.ts';
import { reportTrouble } from './report-trouble.ts';
import { version } from './version.ts';

const introduction = `One small policy file decides whom AWS calls about billing, operations and security
in every account of an organization, and this keeps it so.`;

const examples = `
Examples:
  orgcontacts demo                      see it all on an emulated organization
  orgcontacts plan                      what contacts.yaml would change; changes nothing
  orgcontacts plan --out next.plan.json
  orgcontacts apply next.plan.json      exactly what was shown
  orgcontacts undo last                 put it back

Exit status: 0 done or in sync, 1 error, 2 differences, 3 refused, 4 in part,
  5 stale plan, 6 incomplete, 130 interrupted.`;

/** Runs one command line, as typed after the program's name, and gives the exit status. */
export const runCli = async (argv: readonly string[], io: Io): Promise<number> => {
  const [name = '', ...rest] = askedForHelp(argv);
  const listed = commands.find((command) => command.name === name);
  try {
    return exitCodes[listed ? await runCommand(listed, rest, io) : await runProgram(argv, io)];
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitCodes.done : exitCodes.error;
    return exitCodes[reportTrouble(thrown, { io, command: name, json: asksForJson(rest) })];
  }
};

/** Also where the command never came to read its options. */
const asksForJson = (argv: readonly string[]): boolean =>
  argv.some(
    (word, at) => word === '--json' || word === '--format=json' || (word === 'json' && argv[at - 1] === '--format'),
  );

/** `help plan` is `plan --help`: only the command itself knows its options. */
const askedForHelp = (argv: readonly string[]): readonly string[] => {
  const [help, name] = argv;
  return help === 'help' && commands.some((command) => command.name === name) ? [name ?? '', '--help'] : argv;
};

const runCommand = async (listed: ListedCommand, argv: readonly string[], io: Io): Promise<ExitReason> => {
  const module: CommandModule = await listed.load();
  let reason: ExitReason = 'done';
  const command = module.describe(
    quiet(
      new Command(`orgcontacts ${listed.name}`),
      io,
      `(orgcontacts ${listed.name} --help shows what it takes)`,
    ).description(listed.summary),
  );
  command.action(async () => {
    reason = await module.run({ io, args: command.args, command, call: (other) => runCli(other, io) });
  });
  await command.parseAsync(argv, { from: 'user' });
  return reason;
};

/** What is left when no command was named: help, the version, or a slip. */
const runProgram = async (argv: readonly string[], io: Io): Promise<ExitReason> => {
  const program = quiet(new Command('orgcontacts'), io, '(orgcontacts --help lists the commands)')
    .description(introduction)
    .version(version(), '-v, --version', 'print the version')
    .addHelpText('after', examples);
  for (const { name, summary } of commands) program.command(name).summary(summary).description(summary);
  if (argv.length === 0) {
    io.out(program.helpInformation());
    io.out(`${examples}\n`);
    return 'done';
  }
  await program.parseAsync(argv, { from: 'user' });
  return 'done';
};

const quiet = (command: Command, io: Io, afterError: string): Command =>
  command
    .exitOverride()
    // Long options would otherwise stop descriptions from wrapping on narrow screens.
    .configureHelp({ minWidthToWrap: 20 })
    .showHelpAfterError(afterError)
    .configureOutput({ writeOut: io.out, writeErr: io.err, getOutHelpWidth: io.width, getErrHelpWidth: io.width });
