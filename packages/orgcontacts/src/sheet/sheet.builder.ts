import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { readSheet } from './read-sheet.ts';
import type { SheetRow } from './sheet-row.ts';

/** The columns that a sheet needs, in the order of `sheetOf`. */
export const neededColumns = 'account,type,name,title,email,phone';

/** A sheet with the needed columns, and these rows from line 2 on. */
export const sheetOf = (...rows: readonly string[]): string =>
  [neededColumns, ...rows].map((row) => `${row}\n`).join('');

/** Everything that is said about a text, in order. */
export const diagnosticsOf = (text: string): readonly Diagnostic[] => {
  const read = readSheet(text, 'contacts.csv');
  return read.kind === 'rows' ? read.warnings : read.diagnostics;
};

/** Everything that is said about a text, as `code line:column`. */
export const saidOf = (text: string): readonly string[] =>
  diagnosticsOf(text).map(({ code, place }) => `${code} ${place.line}:${place.column}`);

/** The rows of a sheet that has no errors. */
export const rowsOf = (text: string): readonly SheetRow[] => {
  const read = readSheet(text, 'contacts.csv');
  if (read.kind === 'invalid') throw new Error(JSON.stringify(read.diagnostics));
  return read.rows;
};
