import type { RunRecord } from '../journal/run-fold.ts';
import { countItems } from '../journal/summary.ts';
import type { ShownRun } from './run-page.ts';

/** A run in short; `isRunning` says whether somebody has seen it grow just now. Pure. */
export const shownRun = (record: RunRecord, isRunning = false): ShownRun => {
  const { header, ended } = record;
  return {
    run: header.run,
    startedAt: header.at,
    how: ended?.how ?? (isRunning ? 'running' : 'killed'),
    detail: ended?.detail ?? '',
    undoOf: header.undoOf,
    reason: header.reason,
    callerAccountId: header.caller.accountId,
    fingerprint: header.fingerprint,
    counts: countItems(record),
  };
};
