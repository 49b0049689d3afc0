import { controls, judgeControl } from '../coverage/controls.ts';
import type { CoverageState } from '../coverage/coverage-state.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import type { Outcome } from '../journal/outcome.ts';
import type { Change, Finding, LeftAlone } from '../plan/change.ts';
import type { Plan } from '../plan/plan.ts';
import type { Because, PlannedItem } from '../plan/planned-item.ts';
import { type CoverageRow, coverageRows } from './coverage-rows.ts';
import type { EndedItem } from './report-parts.ts';
import type { ReportRow, RowReport, RowStatus } from './report-row.ts';

/** Makes a table of a report about contacts. Of a plan, contacts that are as wanted are counted only, and have no row. Pure. */
export const rowsOf = (report: RowReport): readonly ReportRow[] => {
  switch (report.kind) {
    case 'coverage':
      return coverageRows(report.coverage).map(coveredRow);
    case 'plan':
    case 'check':
      return planRows(report.plan, report.units ?? {});
    case 'run':
      return report.items.map(endedRow);
    default:
      return report satisfies never;
  }
};

const coveredRow = ({ account, contact }: CoverageRow): ReportRow => {
  const { decidedBy } = contact;
  return {
    accountId: account.id,
    accountName: account.name,
    unit: account.unit ?? account.unitId ?? '',
    type: contact.type,
    status: contact.state,
    change: null,
    live: contact.live.kind === 'set' ? contact.live.contact : null,
    isUnset: contact.live.kind === 'unset',
    wanted: contact.wanted,
    masked: contact.masked,
    contactName: decidedBy?.contactName ?? null,
    place: decidedBy && placeOf(decidedBy.file, decidedBy.line),
    selector: decidedBy?.selector ?? '',
    detail: contact.detail,
    compliance: controls.map((control) => ({ control, status: judgeControl(control, contact) })),
    tags: account.tags,
  };
};

/** By the ids of accounts. */
type UnitPaths = Readonly<Record<string, string>>;

const planRows = (plan: Plan, units: UnitPaths): readonly ReportRow[] => {
  const isPolicy = plan.origin.kind === 'policy';
  return [
    ...plan.changes.map((change) => changeRow(change, units, isPolicy)),
    ...plan.findings.map((finding) => findingRow(finding, units, isPolicy)),
    ...plan.leftAlone.map((left) => leftAloneRow(left, units)),
  ];
};

const statusOfChange = { create: 'missing', update: 'wrong-value', delete: 'unwanted' } as const;

const changeRow = (change: Change, units: UnitPaths, isPolicy: boolean): ReportRow => ({
  ...itemRow(change, units, isPolicy),
  status: statusOfChange[change.kind],
  change: change.kind,
  live: change.before,
  isUnset: change.before === null,
  wanted: change.after,
});

const statusOfFinding: Readonly<Record<Finding['kind'], CoverageState>> = {
  missing: 'missing',
  differs: 'wrong-value',
  unwanted: 'unwanted',
};

const findingRow = (finding: Finding, units: UnitPaths, isPolicy: boolean): ReportRow => ({
  ...itemRow(finding, units, isPolicy),
  status: statusOfFinding[finding.kind],
  live: finding.live,
  isUnset: finding.live === null,
  wanted: finding.wanted,
  detail: `left as it is: the mode is ${finding.mode}`,
});

const leftAloneRow = ({ kind, accountId, accountName, type, detail }: LeftAlone, units: UnitPaths): ReportRow => ({
  ...emptyRow,
  accountId,
  accountName,
  unit: units[accountId] ?? '',
  type,
  status: kind,
  detail,
});

const endedRow = ({ change, outcome }: EndedItem): ReportRow => ({
  ...itemRow(change, {}, true),
  ...outcomeOf(outcome),
  change: change.kind,
  live: change.before,
  isUnset: change.before === null,
  wanted: change.after,
});

const outcomeOf = (outcome: Outcome | null): { readonly status: RowStatus; readonly detail: string } => {
  switch (outcome?.kind) {
    case undefined:
      return { status: 'not-begun', detail: '' };
    case 'done':
      return { status: 'done', detail: outcome.how === 'already' ? 'it was as wanted already' : '' };
    case 'failed':
      return { status: 'failed', detail: describeFailure(outcome.failure) };
    case 'skipped':
    case 'unconfirmed':
      return { status: outcome.kind, detail: `${outcome.why}: ${outcome.detail}` };
    default:
      return outcome satisfies never;
  }
};

const emptyRow = {
  change: null,
  live: null,
  isUnset: false,
  wanted: null,
  masked: [],
  contactName: null,
  place: null,
  selector: '',
  detail: '',
  compliance: [],
  tags: null,
} as const;

const itemRow = (
  { account, type, because }: PlannedItem,
  units: UnitPaths,
  isPolicy: boolean,
): Omit<ReportRow, 'status'> => ({
  ...emptyRow,
  accountId: account.id,
  accountName: account.name,
  unit: units[account.id] ?? account.unit ?? '',
  type,
  masked: because.masked,
  contactName: because.contactName,
  place: isPolicy ? placeIn(because) : null,
  selector: because.selector,
});

/** Takes `file:line` apart again; a file's name may have colons too. */
const placeIn = ({ where }: Because): ReportRow['place'] => {
  const [, file, line] = /^(.+):(\d+)$/s.exec(where) ?? [];
  return file === undefined ? null : placeOf(file, Number(line));
};

/** What stands in no file is at line 0. */
const placeOf = (file: string, line: number): ReportRow['place'] => (line > 0 ? { file, line } : null);
