import type { Command } from 'commander';
import { readCanary } from './canary.ts';

/** Where runs are kept, and what is said about this one. */
export interface JournalOptions {
  readonly journal: string;
}

/** How a write is agreed to. */
export interface ConsentOptions {
  readonly yes?: boolean;
  readonly reason?: string;
}

/** Adds the option that names the folder of the journals. */
export const withJournal = (command: Command): Command =>
  command.option(
    '--journal <place>',
    'where the journals of runs are kept: a folder, or s3://BUCKET/PREFIX',
    '.orgcontacts',
  );

/** Adds the options by which a write is agreed to. */
export const withConsent = (command: Command): Command =>
  command
    .option('--yes', 'do not ask; needed where there is no terminal')
    .option('--reason <text>', 'why, for the journal');

/** Adds the options by which a plan is let through its limits, or tried in a few accounts first. */
export const withApproval = (command: Command): Command =>
  command
    .option('--approve <fingerprint>', 'go ahead with exactly the plan of this fingerprint, also past the limits')
    .option(
      '--canary <accounts>',
      'apply to these accounts first (so many with the lowest ids, or ids with commas between), and go on only if every one of them is written and confirmed',
      readCanary,
    );
