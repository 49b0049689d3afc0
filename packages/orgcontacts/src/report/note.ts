import { type DiagnosticCode, diagnosticCodes } from '../diagnostic/diagnostic-codes.ts';
import type { Breach } from '../plan/limits.ts';
import type { FileStyle } from './file-style.ts';
import type { Report } from './report.ts';
import { type ReportRow, type RowReport, type RowStatus, type Verdict, verdicts } from './report-row.ts';
import { rowText } from './row-text.ts';
import { rowsOf } from './rows-of.ts';
import { breachText } from './terminal/plan.ts';

/** Something to look at, at a line of the policy file where there is one. */
export interface Note {
  /** A state of a contact, `limit`, or the code of a diagnostic. */
  readonly rule: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly place: {
    readonly file: string;
    readonly line: number;
    readonly column?: number;
    readonly length?: number;
  } | null;
  /** Stays the same from run to run, and differs from that of every other note. */
  readonly key: string;
  /** The contact that it is about; null for a diagnostic and a limit. */
  readonly row: ReportRow | null;
}

/** A report in which there can be something to look at. */
export type NotedReport = RowReport | Extract<Report, { kind: 'validate' }>;

/** What each rule means, for a list of rules. */
export const ruleText = (rule: string): string => {
  if (rule === 'limit') return 'The plan passes a limit, and nobody approved exactly this plan.';
  // What else is no state of a contact is the code of a diagnostic.
  const meaning = rule in rowRules ? rowRules[rule as RowStatus] : diagnosticCodes[rule as DiagnosticCode].title;
  return `${meaning}.`;
};

const rowRules: Readonly<Record<RowStatus, string>> = {
  missing: 'The policy wants a contact, and none is set',
  'wrong-value': 'Another contact is set than the policy wants',
  unwanted: 'The policy wants no contact, and one is set',
  unreadable: 'AWS did not let the contact be read',
  unreachable: 'The caller cannot reach the account',
  unresolved: 'Nobody can say which contact the policy wants',
  unmanaged: 'The policy does not manage the contact, and none is set',
  excluded: 'The policy excludes the account',
  'not-active': 'AWS does not let the account be used',
  'as-wanted': 'The contact is as the policy wants it',
  done: 'The contact was written',
  failed: 'Writing the contact failed',
  skipped: 'The contact was not written, because it is no longer what the plan saw',
  unconfirmed: 'The contact was written, and is not confirmed',
  'not-begun': 'The run ended before it came to the contact',
};

/** What there is to look at in a report, in its order. Contacts that nobody manages are told where they were read and none is set. Pure. */
export const notesOf = (report: NotedReport, style: Pick<FileStyle, 'values'>): readonly Note[] => {
  if (report.kind === 'validate')
    return report.diagnostics.map(({ code, severity, message, help, place }) => ({
      rule: code,
      level: severity,
      message: help === '' ? message : `${message} ${help}`,
      place: place.line > 0 ? place : null,
      key: `${code}/${place.file}/${place.line}/${place.column}`,
      row: null,
    }));
  const isPlan = report.kind === 'plan';
  const rows = rowsOf(report).flatMap((row) => {
    // What a plan would change is meant, and nothing to mend.
    const level = isPlan && row.change !== null ? 'note' : levelOf(row);
    const { accountId, type, place } = row;
    const key = `${accountId}/${type ?? 'account'}`;
    return level === null ? [] : [{ rule: row.status, level, message: rowText(row, style), place, key, row }];
  });
  return isPlan && !report.isApproved ? [...report.plan.breaches.map(limitNote), ...rows] : rows;
};

const limitNote = (breach: Breach): Note => ({
  rule: 'limit',
  level: 'error',
  message: `This plan passes a limit: ${breachText(breach)}.`,
  place: null,
  key: `limit/${breach.what}/${breach.type ?? 'all'}`,
  row: null,
});

const levels: Readonly<Record<Verdict, Note['level'] | null>> = {
  bad: 'error',
  unknown: 'warning',
  left: null,
  good: null,
};

const levelOf = ({ status, isUnset }: ReportRow): Note['level'] | null =>
  status === 'unmanaged' && isUnset ? 'note' : levels[verdicts[status]];
