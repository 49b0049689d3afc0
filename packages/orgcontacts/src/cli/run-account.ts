import type { RunRecord } from '../journal/run-fold.ts';
import { countItems, isWhole } from '../journal/summary.ts';
import type { EndedItem, RunAccount } from '../report/report-parts.ts';
import type { ExitReason } from './exit-code.ts';

/** A run in short, for reports. */
export const accountOf = (record: RunRecord): RunAccount => {
  const { header, ended } = record;
  return {
    run: header.run,
    startedAt: header.at,
    how: ended?.how ?? 'killed',
    detail: ended?.detail ?? '',
    undoOf: header.undoOf,
    reason: header.reason,
    callerAccountId: header.caller.accountId,
    counts: countItems(record),
  };
};

/** Every item of a run with what it came to. */
export const itemsOf = ({ plan, items }: RunRecord): readonly EndedItem[] =>
  plan.changes.map((change, item) => ({ change, outcome: items.get(item)?.outcome ?? null }));

/** What the end of a run means for the exit status. */
export const reasonOfRun = (record: RunRecord): ExitReason => {
  if (record.ended?.how === 'interrupted') return 'interrupted';
  return isWhole(countItems(record)) ? 'done' : 'partial';
};
