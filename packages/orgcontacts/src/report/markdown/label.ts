import { type ReportRow, type RowStatus, verdicts } from '../report-row.ts';
import { stateText } from '../state-text.ts';

/** What a plan does, or how the contact stands, in a word or two. */
export const labelOf = ({ change, status }: ReportRow): string =>
  change === null || verdicts[status] === 'good' || runStatuses.has(status) ? stateText(status) : change;

const runStatuses = new Set<RowStatus>(['failed', 'skipped', 'unconfirmed', 'not-begun']);

/** All labels: what takes away first, what is well last. */
export const labels: readonly string[] = [
  ...['delete', 'update', 'create'],
  ...['failed', 'skipped', 'unconfirmed', 'not begun'],
  ...['missing', 'wrong value', 'unwanted', 'unreadable', 'unreachable', 'unresolved'],
  ...['unmanaged', 'excluded', 'not active', 'as wanted', 'done'],
];
