import { printable } from '../../diagnostic/printable.ts';
import { describeFailure } from '../../failure/describe-failure.ts';
import type { Report } from '../report.ts';
import type { ShownContact } from '../report-parts.ts';
import type { Style } from '../style.ts';
import { contactText } from './contact-text.ts';
import { cut, renderTable } from './table.ts';

/** Shows live contacts as a table. */
export const renderShowReport = ({ rows }: Extract<Report, { kind: 'show' }>, style: Style): string => {
  if (rows.length === 0) return 'No account matches.';
  const head = ['account', 'name', 'type', 'contact'].map((title) => style.paint('strong', title));
  const body = rows.map((row) => [row.accountId, cut(printable(row.accountName), 28), row.type, stateOf(row, style)]);
  return renderTable([head, ...body], style.width, '');
};

const stateOf = ({ observed, state }: ShownContact, style: Style): string => {
  const note = state === 'ACTIVE' ? '' : ` (account ${printable(state)})`;
  switch (observed.kind) {
    case 'set':
      return `${contactText(observed.contact, style)}${note}`;
    case 'unset':
      return style.paint('quiet', `not set${note}`);
    case 'unreadable':
      return style.paint('warning', `could not be read: ${printable(describeFailure(observed.failure))}${note}`);
    case 'unreachable':
      return style.paint('warning', `cannot be reached: ${printable(observed.because)}${note}`);
    default:
      return observed satisfies never;
  }
};
