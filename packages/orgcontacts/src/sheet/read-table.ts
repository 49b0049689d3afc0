import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Reading } from './diagnose-sheet.ts';
import { findRepeats } from './find-repeats.ts';
import { locateCells } from './locate-cells.ts';
import { readLayout } from './read-layout.ts';
import type { SheetRecord } from './read-records.ts';
import { readRow } from './read-row.ts';
import type { SheetRow } from './sheet-row.ts';
import type { SheetText } from './sheet-text.ts';

/** Reads the rows of a sheet, of which the first says what the columns hold; and finds everything that is wrong with them. */
export const readTable = (
  sheet: SheetText,
  [first, ...below]: readonly SheetRecord[],
): Reading<readonly SheetRow[]> => {
  if (!first) return nothing([]);
  const header = locateCells(sheet, first);
  if (!header.value) return nothing(header.diagnostics);
  const { value: layout, diagnostics } = readLayout(sheet, header.value);
  if (!layout) return nothing(diagnostics);
  const readings = (layout.hasHeader ? below : [first, ...below]).map((record) => readRow(sheet, layout, record));
  const repeats = findRepeats(readings.flatMap(({ value }) => value ?? []));
  return {
    value: repeats.value,
    diagnostics: [...diagnostics, ...readings.flatMap((reading) => reading.diagnostics), ...repeats.diagnostics],
  };
};

const nothing = (diagnostics: readonly Diagnostic[]): Reading<never> => ({ value: undefined, diagnostics });
