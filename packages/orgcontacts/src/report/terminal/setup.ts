import { countText } from '../count-text.ts';
import type { Report } from '../report.ts';
import type { Style } from '../style.ts';

/** Says what was set up, or is missing, and how to take it back. */
export const renderSetupReport = ({ steps, done }: Extract<Report, { kind: 'setup' }>, style: Style): string => {
  if (steps.length === 0) return style.paint('good', 'Everything is set up.');
  const head =
    done === 0
      ? style.paint('warning', `${countText(steps.length, 'step')} missing:`)
      : style.paint('good', `Set up: ${countText(done, 'step')} done.`);
  return [
    head,
    ...steps.map(({ command }) => `  ${command}`),
    'To take it back, in this order:',
    ...steps.toReversed().map(({ reverse }) => `  ${reverse}`),
  ].join('\n');
};
