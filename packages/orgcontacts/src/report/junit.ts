import { contactTypes } from '../contact/contact-type.ts';
import type { FileStyle } from './file-style.ts';
import { type ReportRow, type RowReport, type Verdict, verdicts } from './report-row.ts';
import { rowText } from './row-text.ts';
import { rowsOf } from './rows-of.ts';
import { safeText } from './safe-text.ts';
import { stateText } from './state-text.ts';

/**
 * Renders a report as JUnit's XML, as Jenkins and GitLab read it: a suite for each contact type, a case for each account. What differs
 * is a failure, what is not known an error, what is left alone skipped. Valid by Jenkins' jenkins-junit.xsd. Pure.
 */
export const renderJunit = (report: RowReport, style: FileStyle): string => {
  const rows = rowsOf(report);
  const suites = [...contactTypes, null].flatMap((type) => {
    const mine = rows.filter((row) => row.type === type);
    return mine.length === 0 ? [] : [suiteOf(type ?? 'account', mine, style)];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${[
    `<testsuites${attributes({ name: 'orgcontacts', ...counts(rows) })}>`,
    ...suites,
    '</testsuites>',
  ].join('\n')}`;
};

const counts = (rows: readonly ReportRow[]) => {
  const count = (verdict: Verdict) => String(rows.filter(({ status }) => verdicts[status] === verdict).length);
  return { tests: String(rows.length), failures: count('bad'), errors: count('unknown') };
};

const suiteOf = (type: string, rows: readonly ReportRow[], style: FileStyle): string => {
  const skipped = String(rows.filter(({ status }) => verdicts[status] === 'left').length);
  return [
    `  <testsuite${attributes({ name: `${type} contacts`, ...counts(rows), skipped })}>`,
    ...rows.map((row) => caseOf(type, row, style)),
    '  </testsuite>',
  ].join('\n');
};

const caseOf = (type: string, row: ReportRow, style: FileStyle): string => {
  const name = attributes({ classname: `orgcontacts.${type}`, name: `${row.accountId} ${row.accountName}` });
  const inside = resultOf(row, style);
  return inside === '' ? `    <testcase${name}/>` : `    <testcase${name}>${inside}</testcase>`;
};

const resultOf = (row: ReportRow, style: FileStyle): string => {
  const message = rowText(row, style);
  const at = row.place ? `${row.place.file}:${row.place.line} ${row.selector}` : '';
  const about = attributes({ message, type: stateText(row.status) });
  const elements: Readonly<Record<Verdict, string>> = {
    good: '',
    bad: `<failure${about}>${escapeXml(at)}</failure>`,
    unknown: `<error${about}>${escapeXml(at)}</error>`,
    left: `<skipped>${escapeXml(message)}</skipped>`,
  };
  return elements[verdicts[row.status]];
};

const attributes = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as it may stand in an element or an attribute (XML 1.0, 2.4). */
const escapeXml = (text: string): string => safeText(text).replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? mark);
