import type { ReportRow } from './report-row.ts';
import type { Style } from './style.ts';
import { contactText, differenceText } from './terminal/contact-text.ts';

type Values = Pick<Style, 'values'>;

/** Says a row in one sentence, contacts masked as the style says. What it quotes is as foreign as before: each format escapes its own. */
export const rowText = (row: ReportRow, style: Values): string =>
  `The ${row.type === null ? 'contacts' : `${row.type} contact`} of account ${row.accountId} (${row.accountName}) ${stateOf(row, style)}`;

const stateOf = (row: ReportRow, style: Values): string => {
  const because = row.detail === '' ? '.' : `: ${row.detail}.`;
  const are = row.type === null ? 'are' : 'is';
  switch (row.status) {
    case 'missing':
      return `is not set${wantedText(row, style)}${aside(row)}.`;
    case 'wrong-value':
      return `is not the wanted one${changeText(row, style)}${aside(row)}.`;
    case 'unwanted':
      return `is set, and none is wanted${row.live ? `: ${contactText(row.live, style)}` : ''}${aside(row)}.`;
    case 'unreadable':
      return `could not be read${because}`;
    case 'unreachable':
      return `cannot be reached from here${because}`;
    case 'unresolved':
      return `cannot be decided${because}`;
    case 'unmanaged':
      return `${are} not managed by the policy${row.isUnset ? ', and none is set' : ''}${because}`;
    case 'excluded':
    case 'not-active':
      return `${are} left alone${because}`;
    case 'as-wanted':
      return 'is as wanted.';
    case 'done':
      return row.detail === '' ? 'was written.' : `was not written${because}`;
    case 'failed':
    case 'skipped':
      return `was not written${because}`;
    case 'unconfirmed':
      return `was written and is not confirmed${because}`;
    case 'not-begun':
      return 'was not begun.';
    default:
      return row.status satisfies never;
  }
};

const aside = ({ detail }: ReportRow): string => (detail === '' ? '' : ` (${detail})`);

const wantedText = ({ wanted, masked, contactName }: ReportRow, style: Values): string =>
  wanted ? `; wanted is ${contactName === null ? '' : `${contactName}: `}${contactText(wanted, style, masked)}` : '';

const changeText = ({ live, wanted, masked }: ReportRow, style: Values): string =>
  live && wanted ? `: ${differenceText(live, wanted, style, masked)}` : '';

/** What is there and what is wanted, in short: for a cell of a table. */
export const valueText = (row: ReportRow, style: Values): string => {
  const { live, wanted, masked } = row;
  if (live && wanted && row.status !== 'as-wanted') return differenceText(live, wanted, style, masked);
  if (wanted) return contactText(wanted, style, masked);
  return live ? contactText(live, style) : '';
};
