import type { Command } from 'commander';

/** How to show the outcome. */
export interface OutputOptions {
  readonly json?: boolean;
  readonly showValues?: boolean;
  readonly verbose?: boolean;
}

/** Which policy, and how much may be odd about it. */
export interface PolicyOptions {
  readonly policy: string;
  readonly strict?: boolean;
}

/** Adds the options about what is printed. */
export const withOutput = (command: Command): Command =>
  command
    .option('--json', 'print one JSON document on standard output')
    .option('--show-values', 'show contacts whole even where the output is no terminal')
    .option('--verbose', 'list every item instead of grouping equal ones');

/** Adds the options about the policy file. */
export const withPolicy = (command: Command): Command =>
  command
    .option('--policy <file>', 'the policy file', 'contacts.yaml')
    .option('--strict', 'take warnings, and contacts that cannot be decided, for errors');
