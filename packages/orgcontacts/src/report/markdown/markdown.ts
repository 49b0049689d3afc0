import type { FileStyle } from '../file-style.ts';
import type { RowReport } from '../report-row.ts';
import { rowsOf } from '../rows-of.ts';
import { detailLines } from './details.ts';
import { summaryLines } from './summary.ts';
import { unitLines } from './units.ts';

/** GitHub takes no longer text in a comment; it says so when it refuses one: "body is too long (maximum is 65536 characters)". */
const longest = 65_536;

/**
 * Renders a report as Markdown for the comment of a pull request, contacts masked as the style says. What is too long for GitHub loses its
 * details, and then its smallest units: the summary says what was left out. Counted in bytes, so that it holds however characters are counted. Pure.
 */
export const renderMarkdown = (report: RowReport, style: FileStyle): string => {
  const rows = rowsOf(report);
  const summary = summaryLines(report);
  const units = unitLines(rows);
  const details = detailLines(rows, style);
  const candidates = [
    () => [...units(100), ...details({ names: 25, groups: mostRows })],
    () => [...units(100), ...details({ names: 3, groups: mostRows })],
    () => [...units(100), ...details({ names: 3, groups: 50 }), ...tooLong],
    () => [...units(100), ...tooLong],
    () => [...units(10), ...tooLong],
  ];
  for (const candidate of candidates) {
    const text = [...summary, ...candidate()].join('\n');
    if (Buffer.byteLength(text) < longest) return text;
  }
  return [...summary, ...tooLong].join('\n');
};

/** More rows than this are too long in any case, so that nobody has to render them: each has more than 40 characters. */
const mostRows = 1500;

const tooLong = ['', 'The single contacts are too many to list here: see them with `--format csv`.'];
