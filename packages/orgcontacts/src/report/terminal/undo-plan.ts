import { printable } from '../../diagnostic/printable.ts';
import { countText } from '../count-text.ts';
import { durationText } from '../duration-text.ts';
import type { Report } from '../report.ts';
import type { JudgedItem } from '../report-parts.ts';
import type { Style } from '../style.ts';
import { renderChanges } from './changes.ts';

/** Shows what an undo would put back, and what it leaves alone. */
export const renderUndoPlanReport = (report: Extract<Report, { kind: 'undo-plan' }>, style: Style): string => {
  const { run, plan, verdicts, forecast } = report;
  const restored = verdicts.filter(({ verdict }) => verdict.kind === 'restored-already');
  return [
    style.paint('strong', `Undo of run ${printable(run)}`),
    ...(plan.changes.length > 0 ? [renderChanges(plan.changes, style)] : []),
    ...(restored.length > 0 ? [`  ${countText(restored.length, 'contact')} already as before the run`] : []),
    ...verdicts.flatMap((item) => notUndone(item, style)),
    '',
    plan.changes.length > 0
      ? `${countText(plan.changes.length, 'contact')} to put back, in about ${durationText(forecast.apply)}.`
      : style.paint('good', 'Nothing to put back.'),
  ].join('\n');
};

const notUndone = ({ accountId, type, verdict, editedBy }: JudgedItem, style: Style): string[] => {
  switch (verdict.kind) {
    case 'restore':
    case 'restored-already':
      return [];
    case 'edited-since-run': {
      const by = editedBy === null ? 'somebody' : `run ${printable(editedBy)}`;
      return [
        style.paint('warning', `  ${accountId} ${type} left alone, edited-since-run: ${by} changed it afterwards`),
      ];
    }
    case 'out-of-reach':
      return [style.paint('warning', `  ${accountId} ${type} out of reach: ${printable(verdict.detail)}`)];
    default:
      return verdict satisfies never;
  }
};
