import type { Report } from '../report/report.ts';
import type { Io } from './io.ts';
import type { OutputOptions } from './output-options.ts';
import { renderReport, renderShown } from './render-report.ts';
import { type FormatOptions, formatOf } from './report-format.ts';
import { writePrivate } from './write-file.ts';

/** What a command without `--format` was told of its output. */
type WithoutFormat = OutputOptions & { readonly format?: never };

/** Prints a report on standard output, for people or as JSON. Contacts are whole on a terminal and masked in pipes. */
export const printReport = (io: Io, report: Report, options: WithoutFormat): void =>
  io.out(endedText(renderShown(io, report, options.json ? 'json' : 'terminal', options)));

/** Prints a report on standard output, in the format that was asked for. */
export const printFormatted = async (io: Io, report: Report, options: FormatOptions): Promise<void> =>
  io.out(endedText(await renderReport(io, report, formatOf(options), options)));

/** Writes a report to a file that only its owner may read, or prints it where none is named. */
export const saveReport = async (
  io: Io,
  report: Report,
  options: FormatOptions & { readonly out?: string },
): Promise<void> => {
  const { out } = options;
  if (out === undefined) return printFormatted(io, report, options);
  // A file is no terminal: without colours, and masked.
  const file = { ...io, outIsTerminal: false, paint: plain };
  await saveText(io, await renderReport(file, report, formatOf(options, out), options), out);
};

/** Writes a text to a file that only its owner may read, or prints it where none is named. */
export const saveText = async (io: Io, text: string, out: string | undefined): Promise<void> => {
  if (out === undefined) return io.out(endedText(text));
  await writePrivate(out, endedText(text));
  io.err(`Wrote ${out}\n`);
};

const plain: Io['paint'] = (_, text) => text;

/** Every text ends its last line, and an empty one has none. */
const endedText = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
