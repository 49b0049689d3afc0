import { type Contact, contactFields } from '../contact/contact.ts';
import { controls } from '../coverage/controls.ts';
import { renderCsv } from '../sheet/render-csv.ts';
import { controlTitle } from './control-name.ts';
import type { ReportRow, RowReport } from './report-row.ts';
import { rowsOf } from './rows-of.ts';

const head = [
  'account',
  'account_name',
  'unit',
  'type',
  'status',
  'change',
  'policy_line',
  'selector',
  'contact',
  'detail',
];
const contactHead = (which: string): readonly string[] => contactFields.map((field) => `${which}_${field}`);
const planHead = [...head, ...contactHead('live'), ...contactHead('wanted')];
const coverageHead = [...planHead, 'tags', ...controls.map(controlTitle)];

/** Renders a report as a spreadsheet, a row for each contact, values whole. Cells are guarded as those of `export` are. Pure. */
export const renderCsvReport = (report: RowReport): string => {
  const isCoverage = report.kind === 'coverage';
  const rows = rowsOf(report).map((row) => [...cellsOf(row), ...(isCoverage ? complianceCells(row) : [])]);
  return renderCsv(isCoverage ? coverageHead : planHead, rows, { plain: false });
};

const cellsOf = (row: ReportRow): readonly string[] => [
  row.accountId,
  row.accountName,
  row.unit,
  row.type ?? '',
  row.status,
  row.change ?? '',
  row.place ? `${row.place.file}:${row.place.line}` : '',
  row.selector,
  row.contactName ?? '',
  row.detail,
  ...contactCells(row.live),
  ...contactCells(row.wanted),
];

const contactCells = (contact: Contact | null): readonly string[] =>
  contactFields.map((field) => contact?.[field] ?? '');

const complianceCells = ({ tags, compliance }: ReportRow): readonly string[] => [
  tags === null ? '' : JSON.stringify(tags),
  ...compliance.map(({ status }) => status),
];
