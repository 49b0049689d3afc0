import { type Command, Option } from 'commander';
import type { OutputOptions } from './output-options.ts';

/** Every format, with how a file in it is called. */
const extensions = {
  terminal: '.txt',
  json: '.json',
  csv: '.csv',
  markdown: '.md',
  junit: '.xml',
  sarif: '.sarif',
  github: '.github',
  asff: '.asff.json',
} as const;

/** The name of a format. */
export type ReportFormat = keyof typeof extensions;

/** In which format, and where to. */
export interface FormatOptions extends OutputOptions {
  readonly format?: ReportFormat;
  readonly region?: string;
}

/** What all reports about contacts can be written as. */
export const rowFormats: readonly ReportFormat[] = ['terminal', 'json', 'csv', 'markdown', 'junit', 'sarif', 'github'];

/** Adds the option that chooses among some formats. */
export const withFormat = (command: Command, formats: readonly ReportFormat[]): Command =>
  command.addOption(
    new Option('--format <format>', 'how to write it; contacts are masked but in json and csv')
      .choices(formats)
      .conflicts('json'),
  );

/** The format that was asked for: by name, or by the ending of the file that is to be written. */
export const formatOf = ({ json, format }: FormatOptions, file?: string): ReportFormat =>
  format ?? (json ? 'json' : file === undefined ? 'terminal' : formatByEnding(file));

/** Longer endings first, so that `.asff.json` is not taken for `.json`. */
const formatByEnding = (file: string): ReportFormat => {
  // The keys of the table are formats.
  const byLength = (Object.entries(extensions) as [ReportFormat, string][]).sort(
    (one, other) => other[1].length - one[1].length,
  );
  return byLength.find(([, ending]) => file.toLowerCase().endsWith(ending))?.[0] ?? 'terminal';
};
