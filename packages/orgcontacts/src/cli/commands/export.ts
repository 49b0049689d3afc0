import { sheetLines } from '../../report/sheet-lines.ts';
import { renderSheet } from '../../sheet/render-sheet.ts';
import type { CommandModule } from '../command.ts';
import { withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { type FilterOptions, withFilters } from '../filter-options.ts';
import { isUnknown, readRows } from '../live-rows.ts';
import { type OutputOptions, withOutput } from '../output-options.ts';
import { printReport } from '../print-report.ts';
import { writePrivate } from '../write-file.ts';

interface ExportOptions extends ConnectionOptions, FilterOptions, OutputOptions {
  readonly out?: string;
  readonly plain?: boolean;
}

/** Writes live contacts as a spreadsheet, to be edited and read back by import --csv. */
export const exportSheet: CommandModule = {
  describe: (command) =>
    withOutput(withFilters(withConnection(command)))
      .option('--out <file>', 'write to this file; otherwise to standard output')
      .option('--plain', 'for programs: without byte order mark, and without apostrophes before ids and phones')
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts export --out contacts.csv         edit it in any spreadsheet, then
  orgcontacts import --csv contacts.csv         make a policy of it
  orgcontacts export --type SECURITY --plain | cut -d, -f1

Apostrophes before ids, phones and whatever looks like a formula keep spreadsheets from changing them;
import --csv takes them away again. Keep the file to yourself: it holds names, addresses and phones.
Exit status: 0, or 6 when a contact could not be read or reached; its cells are then blank.`,
      ),
  run: async ({ io, command }) => {
    const options = command.opts<ExportOptions>();
    return withConnected(io, options, async (connection) => {
      const rows = await readRows(io, connection, { filters: options, paths: true });
      const sheet = renderSheet(sheetLines(rows), { plain: options.plain === true });
      if (options.out === undefined && !options.json) io.out(sheet);
      else {
        if (options.out !== undefined) await writePrivate(options.out, sheet);
        const unknown = rows.filter(isUnknown).length;
        const set = rows.filter(({ observed }) => observed.kind === 'set').length;
        printReport(io, { kind: 'exported', file: options.out ?? null, rows: rows.length, set, unknown }, options);
      }
      return rows.some(isUnknown) ? 'incomplete' : 'done';
    });
  },
};
