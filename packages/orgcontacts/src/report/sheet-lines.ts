import type { SheetLine } from '../sheet/render-sheet.ts';
import type { ShownContact } from './report-parts.ts';

/** Live contacts as the lines of a spreadsheet; what could not be read is said, and has no contact. */
export const sheetLines = (rows: readonly ShownContact[]): readonly SheetLine[] =>
  rows.map(({ accountId, accountName, unit, state, type, observed }) => ({
    accountId,
    accountName,
    unit,
    state,
    type,
    status: statusOf(observed),
    contact: observed.kind === 'set' ? observed.contact : null,
  }));

const statusOf = (observed: ShownContact['observed']): string => {
  switch (observed.kind) {
    case 'set':
      return 'set';
    case 'unset':
      return 'not set';
    case 'unreadable':
      return `could not be read: ${observed.failure.code}`;
    case 'unreachable':
      return 'cannot be reached';
    default:
      return observed satisfies never;
  }
};
