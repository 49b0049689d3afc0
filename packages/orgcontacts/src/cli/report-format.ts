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
  html: '.html',
} as const;

/** The name of a format. */
export type ReportFormat = keyof typeof extensions;

/** In which format, and where to. */
export interface FormatOptions extends OutputOptions {
  readonly format?: ReportFormat;
  readonly region?: string;
}

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
