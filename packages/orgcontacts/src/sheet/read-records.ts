import { CsvError, parse } from 'csv-parse/sync';
import type { Span } from './diagnose-sheet.ts';
import type { SheetText } from './sheet-text.ts';

/** The cells of one row as they are meant, and where the row stands; its line end belongs to it. */
export interface SheetRecord extends Span {
  readonly cells: readonly string[];
}

/** More than the three rows for each account of an organization of 50,000. Own choice. */
export const mostRows = 200_000;

/**
 * Takes a sheet apart into rows. Quotes where none belong are let through here, and found by `locateCells`: one of them says
 * nothing about the rows below. Only a quote that never ends does, and what stands before it is told all the same.
 */
export const readRecords = (
  sheet: SheetText,
): { readonly records: readonly SheetRecord[]; readonly unclosed?: Span | undefined } => {
  const bytes = Buffer.from(sheet.text.slice(sheet.from));
  const records: SheetRecord[] = [];
  let end = 0;
  let to = sheet.from;
  const keep = (cells: string[], info: { readonly bytes: number }) => {
    const from = skipLineEnds(sheet, to);
    to += bytes.toString('utf8', end, info.bytes).length;
    end = info.bytes;
    records.push({ cells, from, to });
    return null;
  };
  try {
    const { delimiter, lineEnds } = sheet;
    parse(bytes, { ...options, delimiter, record_delimiter: [...lineEnds], on_record: keep });
    return { records };
  } catch (thrown) {
    // With these options a text can be wrong in no other way.
    if (!(thrown instanceof CsvError) || thrown.code !== 'CSV_QUOTE_NOT_CLOSED') throw thrown;
    const before = thrown['column'] === 0 ? end : Number(thrown['bytes']) + 1;
    const from = skipLineEnds(sheet, to + bytes.toString('utf8', end, before).length);
    return { records, unclosed: { from, to: sheet.text.length } };
  }
};

/** Empty lines make no row, and stand before the next one. */
const skipLineEnds = ({ text, lineEnds }: SheetText, from: number): number => {
  const lengthAt = (at: number) => lineEnds.find((end) => text.startsWith(end, at))?.length ?? 0;
  let at = from;
  while (lengthAt(at) > 0) at += lengthAt(at);
  return at;
};

const options = {
  skip_empty_lines: true,
  relax_column_count: true,
  relax_quotes: true,
  // One more than is read, so that it shows.
  to: mostRows + 1,
};
