import type { Command } from 'commander';
import type { ExitReason } from './exit-code.ts';
import type { Io } from './io.ts';

/** What a command is told when it runs. */
export interface Invocation {
  readonly io: Io;
  readonly args: readonly string[];
  readonly command: Command;
  /** Runs another command line of this program and gives its exit status. */
  readonly call: (argv: readonly string[]) => Promise<number>;
}

/** One command: how it looks on the command line, and what it does. */
export interface CommandModule {
  /** Adds arguments, options and help to an empty command. */
  readonly describe: (command: Command) => Command;
  readonly run: (invocation: Invocation) => Promise<ExitReason>;
}

/** A line in the table of commands; what it does is loaded only when it is called for. */
export interface ListedCommand {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<CommandModule>;
}
