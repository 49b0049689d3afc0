import type { FileStyle } from '../report/file-style.ts';
import { fileFormats, formats } from '../report/index.ts';
import type { NotedReport } from '../report/note.ts';
import type { Report } from '../report/report.ts';
import type { RowReport } from '../report/report-row.ts';
import type { Io } from './io.ts';
import type { FormatOptions, ReportFormat } from './report-format.ts';

/** Renders a report in a format. Contacts are whole on a terminal; in files for others they are masked unless somebody asked. */
export const renderReport = (io: Io, report: Report, format: ReportFormat, options: FormatOptions): string => {
  const { showValues, verbose } = options;
  switch (format) {
    case 'terminal':
    case 'json': {
      const values = io.outIsTerminal || showValues ? 'whole' : 'masked';
      return formats[format](report, { width: io.width(), paint: io.paint, values, verbose: verbose === true });
    }
    case 'csv':
      return fileFormats.csv(rows(report));
    case 'markdown':
    case 'junit':
      return fileFormats[format](rows(report), styleOf(io, options));
    case 'sarif':
    case 'github':
      return fileFormats[format](noted(report), styleOf(io, options));
    case 'asff':
      return fileFormats.asff(coverage(report), styleOf(io, options));
    case 'html':
      throw new Error(`A report of the kind ${report.kind} is no page.`);
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
