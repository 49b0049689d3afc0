import { printable } from '../../diagnostic/printable.ts';
import { describeFailure } from '../../failure/describe-failure.ts';
import type { Outcome } from '../../journal/outcome.ts';
import type { RunCounts } from '../../journal/summary.ts';
import { someOf } from '../count-text.ts';
import { groupBy } from '../group-by.ts';
import type { Report } from '../report.ts';
import type { EndedItem, RunAccount } from '../report-parts.ts';
import type { Style } from '../style.ts';

/** Shows how a run ended: what was not done and why, the counts, and what to do next. */
export const renderRunReport = ({ run, items }: Extract<Report, { kind: 'run' }>, style: Style): string =>
  [...renderNotDone(items, style), verdictLine(run, style), ...nextSteps(run)].join('\n');

const renderNotDone = (items: readonly EndedItem[], style: Style): string[] => {
  const notDone = items.flatMap((item) => {
    const reason = reasonOf(item.outcome);
    return reason === undefined ? [] : [{ reason, name: `${item.change.account.id} ${item.change.type}` }];
  });
  const lines = groupBy(notDone, ({ reason }) => reason).map((group) => {
    const names = group.map(({ name }) => name);
    return `  ${style.paint('warning', printable(group[0].reason))}\n      ${someOf(names, style.verbose ? names.length : 5)}`;
  });
  return lines.length === 0 ? [] : [style.paint('strong', 'Not done'), ...lines, ''];
};

const reasonOf = (outcome: Outcome | null): string | undefined => {
  switch (outcome?.kind) {
    case undefined:
      return 'not begun';
    case 'done':
      return undefined;
    case 'failed':
      return `failed: ${describeFailure(outcome.failure)}`;
    case 'skipped':
      return `skipped, ${outcome.why}: ${outcome.detail}`;
    case 'unconfirmed':
      return `unconfirmed: ${outcome.detail}`;
    default:
      return outcome satisfies never;
  }
};

const verdictLine = (run: RunAccount, style: Style): string => {
  const text = `Run ${printable(run.run)} ${run.how}: ${countsText(run.counts)}.`;
  const whole = run.how === 'finished' && run.counts.written + run.counts.already === run.counts.items;
  return style.paint(whole ? 'good' : 'warning', run.detail === '' ? text : `${text} ${printable(run.detail)}`);
};

/** Says how many items came to what: `96 written, 2 skipped`. */
export const countsText = ({ written, already, skipped, failed, unconfirmed, open }: RunCounts): string =>
  [
    [written, 'written'],
    [already, 'as wanted already'],
    [skipped, 'skipped'],
    [failed, 'failed'],
    [unconfirmed, 'unconfirmed'],
    [open, 'not done'],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, name]) => `${count} ${name}`)
    .join(', ') || 'nothing to do';

const nextSteps = ({ run, counts }: RunAccount): string[] => [
  ...(counts.open + counts.failed + counts.unconfirmed > 0 ? [`Go on with: orgcontacts resume ${printable(run)}`] : []),
  ...(counts.written + counts.unconfirmed + counts.open > 0
    ? [`Take it back with: orgcontacts undo ${printable(run)}`]
    : []),
];
