import { printable } from '../../diagnostic/printable.ts';
import { countText } from '../count-text.ts';
import type { Report } from '../report.ts';
import type { Style } from '../style.ts';

/** Says whether a policy file is valid; the diagnostics themselves are shown with their lines beside it. */
export const renderValidateReport = (report: Extract<Report, { kind: 'validate' }>, style: Style): string => {
  const { contacts, assignments, diagnostics } = report;
  const file = printable(report.file);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const noted = warnings > 0 ? `, ${countText(warnings, 'warning')}` : '';
  return errors > 0
    ? style.paint('bad', `${file} has ${countText(errors, 'error')}${noted}.`)
    : style.paint(
        'good',
        `${file} is valid: ${countText(contacts, 'contact')}, ${countText(assignments, 'assignment')}${noted}.`,
      );
};
