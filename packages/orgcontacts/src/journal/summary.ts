import type { Outcome } from './outcome.ts';
import type { RunRecord } from './run-fold.ts';

/** How many items of a run came to what. */
export interface RunCounts {
  readonly items: number;
  readonly written: number;
  readonly already: number;
  readonly skipped: number;
  readonly failed: number;
  readonly unconfirmed: number;
  /** Without an outcome: not begun, or killed in the middle. */
  readonly open: number;
}

/**
 * Counts the items of a run by their outcome. Pure.
 *
 * @example
 * ```ts
 * import { countItems, type RunRecord } from 'orgcontacts';
 *
 * const isDone = (record: RunRecord): boolean => {
 *   const { items, written, already } = countItems(record);
 *   return written + already === items;
 * };
 * ```
 */
export const countItems = ({ plan, items }: RunRecord): RunCounts => {
  const outcomes = plan.changes.map((_, item) => items.get(item)?.outcome);
  const count = (holds: (outcome: Outcome | undefined) => boolean) => outcomes.filter(holds).length;
  return {
    items: outcomes.length,
    written: count((outcome) => outcome?.kind === 'done' && outcome.how === 'written'),
    already: count((outcome) => outcome?.kind === 'done' && outcome.how === 'already'),
    skipped: count((outcome) => outcome?.kind === 'skipped'),
    failed: count((outcome) => outcome?.kind === 'failed'),
    unconfirmed: count((outcome) => outcome?.kind === 'unconfirmed'),
    open: count((outcome) => outcome === undefined),
  };
};

/** Whether every item of a run is done. */
export const isWhole = ({ items, written, already }: RunCounts): boolean => written + already === items;

/** Writes the summary file of a run. */
export const renderSummary = (record: RunRecord): string => {
  const { header, ended } = record;
  const summary = {
    format: 'orgcontacts/summary',
    version: 1,
    run: header.run,
    startedAt: header.at,
    endedAt: ended?.at ?? null,
    how: ended?.how ?? 'killed',
    detail: ended?.detail ?? '',
    undoOf: header.undoOf,
    reason: header.reason,
    ...countItems(record),
  };
  return `${JSON.stringify(summary, undefined, 2)}\n`;
};
