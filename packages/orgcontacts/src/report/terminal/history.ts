import { printable } from '../../diagnostic/printable.ts';
import { countText } from '../count-text.ts';
import type { Report } from '../report.ts';
import type { Style } from '../style.ts';
import { countsText } from './run.ts';
import { renderTable } from './table.ts';

/** Lists runs, the newest first. */
export const renderHistoryReport = ({ runs, unusable }: Extract<Report, { kind: 'history' }>, style: Style): string => {
  if (runs.length + unusable.length === 0) return 'No runs yet: apply keeps a journal here.';
  const rows = runs.map(({ run, startedAt, how, undoOf, counts, reason }) => [
    printable(run),
    printable(startedAt.replace('T', ' ').slice(0, 16)),
    how,
    `${countsText(counts)}${undoOf === null ? '' : `; undo of ${printable(undoOf)}`}${reason === null ? '' : `; ${printable(reason)}`}`,
  ]);
  const broken = unusable.map(({ run, because }) =>
    style.paint('bad', `  ${printable(run)}  cannot be used: ${printable(because)}`),
  );
  const total = countText(runs.length + unusable.length, 'run');
  return [style.paint('strong', `${total}, times in UTC`), renderTable(rows, style.width), ...broken]
    .filter(Boolean)
    .join('\n');
};

/** Says of each run whether it is as it was written. */
export const renderVerifiedReport = ({ runs }: Extract<Report, { kind: 'verified' }>, style: Style): string => {
  const broken = runs.filter(({ problem }) => problem !== null);
  const rows = runs.map(({ run, lines, problem }) => [
    printable(run),
    countText(lines, 'line'),
    problem === null ? style.paint('good', 'as written') : style.paint('bad', `not as written (${printable(problem)})`),
  ]);
  const verdict =
    broken.length === 0
      ? style.paint('good', `${countText(runs.length, 'run')}, all as written.`)
      : style.paint('bad', `${broken.length} of ${countText(runs.length, 'run')} not as written.`);
  return [...(rows.length === 0 ? [] : [renderTable(rows, style.width)]), verdict].join('\n');
};

/** Says which runs were removed, and which were kept though they are old enough. */
export const renderPrunedReport = ({ removed, kept }: Extract<Report, { kind: 'pruned' }>, style: Style): string =>
  [
    ...removed.map((run) => `  removed ${printable(run)}`),
    ...kept.map(({ run, because }) => style.paint('warning', `  kept ${printable(run)}: ${printable(because)}`)),
    removed.length === 0 ? 'No run was removed.' : `${countText(removed.length, 'run')} removed.`,
  ].join('\n');
