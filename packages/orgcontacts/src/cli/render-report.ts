import type { FileStyle } from '../report/file-style.ts';
import { formats } from '../report/index.ts';
import type { NotedReport } from '../report/note.ts';
import type { Report } from '../report/report.ts';
import type { RowReport } from '../report/report-row.ts';
import type { Io } from './io.ts';
import type { OutputOptions } from './output-options.ts';
import type { FormatOptions, ReportFormat } from './report-format.ts';

/** Renders a report for people, or as JSON. Contacts are whole on a terminal; in pipes they are masked unless somebody asked. */
export const renderShown = (io: Io, report: Report, format: 'terminal' | 'json', options: OutputOptions): string => {
  const { showValues, verbose } = options;
  const values = io.outIsTerminal || showValues ? 'whole' : 'masked';
  return formats[format](report, { width: io.width(), paint: io.paint, values, verbose: verbose === true });
};

/** Renders a report in any format; those for files are loaded when somebody asks for one. In files for others contacts are masked too. */
export const renderReport = async (
  io: Io,
  report: Report,
  format: ReportFormat,
  options: FormatOptions,
): Promise<string> => {
  if (format === 'terminal' || format === 'json') return renderShown(io, report, format, options);
  if (format === 'html') throw new Error(`A report of the kind ${report.kind} is no page.`);
  const { fileFormats } = await import('../report/file-formats.ts');
  const style = styleOf(io, options);
  switch (format) {
    case 'csv':
      return fileFormats.csv(rows(report));
    case 'markdown':
    case 'junit':
      return fileFormats[format](rows(report), style);
    case 'sarif':
    case 'github':
      return fileFormats[format](noted(report), style);
    case 'asff':
      return fileFormats.asff(coverage(report), style);
    default:
      return format satisfies never;
  }
};

const styleOf = ({ env }: Io, { showValues, region }: FormatOptions): FileStyle => ({
  values: showValues ? 'whole' : 'masked',
  region: region ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? null,
});

const rows = (report: Report): RowReport => {
  switch (report.kind) {
    case 'coverage':
    case 'plan':
    case 'check':
    case 'run':
      return report;
    default:
      throw new Error(`A report of the kind ${report.kind} is no table.`);
  }
};

const noted = (report: Report): NotedReport => (report.kind === 'validate' ? report : rows(report));

const coverage = (report: Report): Extract<Report, { kind: 'coverage' }> => {
  if (report.kind !== 'coverage') throw new Error(`A report of the kind ${report.kind} has no findings.`);
  return report;
};
