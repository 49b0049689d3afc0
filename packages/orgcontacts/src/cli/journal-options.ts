import type { Command } from 'commander';

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
  command.option('--journal <folder>', 'where the journals of runs are kept', '.orgcontacts');

/** Adds the options by which a write is agreed to. */
export const withConsent = (command: Command): Command =>
  command
    .option('--yes', 'do not ask; needed where there is no terminal')
    .option('--reason <text>', 'why, for the journal');
