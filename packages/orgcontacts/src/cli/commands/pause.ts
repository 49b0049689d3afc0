import { removePause, writePause } from '../../watch/pause.ts';
import type { CommandModule } from '../command.ts';
import { type JournalOptions, withJournal } from '../journal-options.ts';
import { openShelf } from '../open-journal.ts';

interface PauseOptions extends JournalOptions {
  readonly reason?: string;
  readonly json?: boolean;
}

/** Stops all writing of the watches that keep their journals in one place. */
export const pause: CommandModule = {
  describe: (command) =>
    withJournal(command)
      .option('--reason <text>', 'why, for those who wonder')
      .option('--json', 'print one JSON document on standard output')
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts pause --reason "new security desk, wait for Monday"
  orgcontacts unpause

A watch looks for the pause before every batch and before every write: nothing is sent after that. What a
person runs (apply, undo, resume) goes on, so that a bad run can be paused first and then undone.`,
      ),
  run: async ({ io, command }) => {
    const { journal, reason = null, json } = command.opts<PauseOptions>();
    const shelf = await openShelf(journal);
    const at = new Date(io.clock.now()).toISOString();
    await writePause(shelf, { at, reason });
    io.out(
      json
        ? told({ kind: 'paused', at, reason, place: shelf.place })
        : `Watches of ${shelf.place} write nothing from now on.\n`,
    );
    return 'done';
  },
};

/** Lets watches write again. */
export const unpause: CommandModule = {
  describe: (command) =>
    withJournal(command)
      .option('--json', 'print one JSON document on standard output')
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts unpause

A watch goes on within two seconds, with what was waiting.`,
      ),
  run: async ({ io, command }) => {
    const { journal, json } = command.opts<PauseOptions>();
    const shelf = await openShelf(journal);
    await removePause(shelf);
    io.out(json ? told({ kind: 'unpaused', place: shelf.place }) : `Watches of ${shelf.place} may write again.\n`);
    return 'done';
  },
};

const told = (document: Readonly<Record<string, unknown>>): string =>
  `${JSON.stringify({ format: 'orgcontacts/report', version: 1, ...document }, undefined, 2)}\n`;
