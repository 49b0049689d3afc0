import { renderAsff } from './asff.ts';
import { renderCsvReport } from './csv.ts';
import { renderGithub } from './github.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown/markdown.ts';
import { renderSarif } from './sarif.ts';

/**
 * The formats for other programs and pages, each for the reports that it can say; a new format is one file and one line here.
 *
 * @example
 * ```ts
 * import { type Coverage, fileFormats } from 'orgcontacts';
 *
 * const forScanning = (coverage: Coverage): string =>
 *   fileFormats.sarif({ kind: 'coverage', coverage }, { values: 'masked', region: 'eu-central-1' });
 * ```
 */
export const fileFormats = {
  /** For spreadsheets; values whole. */
  csv: renderCsvReport,
  /** For the comment of a pull request. */
  markdown: renderMarkdown,
  /** For Jenkins, GitLab and others that show tests. */
  junit: renderJunit,
  /** For code scanning: SARIF 2.1.0. */
  sarif: renderSarif,
  /** Workflow commands of GitHub Actions. */
  github: renderGithub,
  /** For AWS Security Hub: the AWS Security Finding Format. */
  asff: renderAsff,
} as const;
