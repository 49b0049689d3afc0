import type { Command } from 'commander';

/** How to show the outcome. */
export interface OutputOptions {
  readonly json?: boolean;
  readonly showValues?: boolean;
  readonly verbose?: boolean;
}

export interface PolicyOption {
  readonly policy: string;
}

/** Adds the options about what is printed. */
export const withOutput = (command: Command): Command =>
  command
    .option('--json', 'print one JSON document on standard output')
    .option('--show-values', 'show contacts whole even where the output is no terminal')
    .option('--verbose', 'list every item instead of grouping equal ones');

/** Adds the option that names the policy file. */
export const withPolicy = (command: Command): Command =>
  command.option('--policy <file>', 'the policy file', 'contacts.yaml');
