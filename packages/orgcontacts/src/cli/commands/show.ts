import { InvalidArgumentError, Option } from 'commander';
import type { ShownContact } from '../../report/report-parts.ts';
import { sheetLines } from '../../report/sheet-lines.ts';
import { matchesGlob } from '../../selector/glob.ts';
import { renderSheet } from '../../sheet/render-sheet.ts';
import type { CommandModule } from '../command.ts';
import { withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { type FilterOptions, withFilters } from '../filter-options.ts';
import { isUnknown, readRows } from '../live-rows.ts';
import { type OutputOptions, withOutput } from '../output-options.ts';
import { printReport } from '../print-report.ts';

interface ShowOptions extends ConnectionOptions, FilterOptions, OutputOptions {
  readonly status?: (typeof statuses)[number];
  readonly email?: string;
  readonly csv?: boolean;
}

const statuses = ['set', 'unset', 'unknown'] as const;

/** Lists live contacts, as they are, without a policy. */
export const show: CommandModule = {
  describe: (command) =>
    withOutput(withFilters(withConnection(command)))
      .addOption(new Option('--status <status>', 'only contacts that are set, not set, or not known').choices(statuses))
      .option(
        '--email <pattern>',
        'only contacts with this address; * and ? are wildcards, case does not matter',
        readPattern,
      )
      .addOption(new Option('--csv', 'print plain CSV on standard output').conflicts('json'))
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts show --type SECURITY
  orgcontacts show --ou Workloads/Prod --json
  orgcontacts show --type SECURITY --status unset
  orgcontacts show --email '*@old.example.com' --csv

Exit status: 0, or 6 when a contact could not be read or reached.`,
      ),
  run: async ({ io, command }) => {
    const options = command.opts<ShowOptions>();
    return withConnected(io, options, async (connection) => {
      const all = await readRows(io, connection, { filters: options, paths: options.csv === true });
      const rows = all.filter((row) => isMeant(row, options));
      if (options.csv) io.out(renderSheet(sheetLines(rows), { plain: true }));
      else printReport(io, { kind: 'show', rows }, options);
      return all.some(isUnknown) ? 'incomplete' : 'done';
    });
  },
};

const isMeant = (row: ShownContact, { status, email }: ShowOptions): boolean => {
  const { observed } = row;
  if (status === 'unknown' ? !isUnknown(row) : status !== undefined && observed.kind !== status) return false;
  return email === undefined || (observed.kind === 'set' && matchesGlob(email, observed.contact.email.toLowerCase()));
};

const readPattern = (text: string): string => {
  if (text.trim() === '') throw new InvalidArgumentError('Expected an address, as *@example.com.');
  return text.trim().toLowerCase();
};
