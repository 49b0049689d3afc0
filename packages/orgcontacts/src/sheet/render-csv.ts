import { stringify } from 'csv-stringify/sync';
import { guard, guardLookalike } from './guard.ts';

/**
 * Renders rows as CSV (RFC 4180) that spreadsheets open, show and save without harm: with a byte order mark, by which Excel knows UTF-8, and
 * apostrophes before what it would take for a formula or number. `plain` is for programs: without all that. The header is ours, and stays
 * as it is. Pure.
 */
export const renderCsv = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { plain }: { readonly plain: boolean },
): string => {
  const cells = rows.map((row) => row.map(plain ? guardLookalike : guard));
  const text = stringify([header, ...cells], {
    record_delimiter: plain ? '\n' : '\r\n',
    quote_record_delimiter: true,
  });
  return plain ? text : `\uFEFF${text}`;
};
