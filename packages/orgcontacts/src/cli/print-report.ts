import { writeFile } from 'node:fs/promises';
import type { Report } from '../report/report.ts';
import { CliError } from './cli-error.ts';
import type { Io } from './io.ts';
import { renderReport } from './render-report.ts';
import { type FormatOptions, formatOf } from './report-format.ts';

/** Prints a report on standard output, in the format that was asked for. Contacts are whole on a terminal and masked in pipes. */
export const printReport = (io: Io, report: Report, options: FormatOptions): void => {
  const text = renderReport(io, report, formatOf(options), options);
  io.out(endedText(text));
};

/** Writes a report to a file that only its owner may read, or prints it where none is named. */
export const saveReport = async (
  io: Io,
  report: Report,
  options: FormatOptions & { readonly out?: string },
): Promise<void> => {
  const { out } = options;
  if (out === undefined) return printReport(io, report, options);
  // A file is no terminal: without colours, and masked.
  const text = renderReport({ ...io, outIsTerminal: false, paint: plain }, report, formatOf(options, out), options);
  await saveText(io, text, out);
};

/** Writes a text to a file that only its owner may read, or prints it where none is named. */
export const saveText = async (io: Io, text: string, out: string | undefined): Promise<void> => {
  if (out === undefined) return io.out(endedText(text));
  await writeFile(out, endedText(text), { mode: 0o600 }).catch((thrown: NodeJS.ErrnoException) => {
    throw new CliError('error', `${out} cannot be written: ${thrown.message}.`, 'Name another file with --out.');
  });
  io.err(`Wrote ${out}\n`);
};

const plain: Io['paint'] = (_, text) => text;

/** Every text ends its last line, and an empty one has none. */
const endedText = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
