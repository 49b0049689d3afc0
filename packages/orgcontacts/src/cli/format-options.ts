import { type Command, Option } from 'commander';
import type { ReportFormat } from './report-format.ts';

/** How a plan can be written: what it would do is no failure and no finding. */
export const planFormats: readonly ReportFormat[] = ['terminal', 'json', 'csv', 'markdown', 'github'];

/** How a run can be written: it is past, and no line of the policy is to be mended. */
export const runFormats: readonly ReportFormat[] = [...planFormats, 'junit'];

/** How drift and coverage can be written. */
export const coverageFormats: readonly ReportFormat[] = [...runFormats, 'sarif', 'asff'];

/** Adds the option that chooses among some formats. */
export const withFormat = (command: Command, formats: readonly ReportFormat[]): Command =>
  command.addOption(
    new Option('--format <format>', 'how to write it; contacts are masked but in json and csv')
      .choices(formats)
      .conflicts('json'),
  );
