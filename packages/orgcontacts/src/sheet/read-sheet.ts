import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { diagnose, type Finding, type Reading, type Span } from './diagnose-sheet.ts';
import { mostRows, readRecords, type SheetRecord } from './read-records.ts';
import { readTable } from './read-table.ts';
import type { SheetRow } from './sheet-row.ts';
import { makeSheetText, type SheetText } from './sheet-text.ts';

/** A sheet read: its rows, or everything that is wrong with it; in the order of the file. */
export type ReadSheet =
  | { readonly kind: 'rows'; readonly rows: readonly SheetRow[]; readonly warnings: readonly Diagnostic[] }
  | { readonly kind: 'invalid'; readonly diagnostics: readonly Diagnostic[] };

/** Sixteen mebibytes: room for all rows that are read, and an end to what a slip can feed to the parser. Own choice. */
const largest = 16 * 1024 * 1024;

/**
 * Reads the text of a spreadsheet (CSV with commas, semicolons or tabs); `file` is how diagnostics call it. It reports everything that is
 * wrong at once, never throws, and never half-accepts.
 *
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises';
 * import { readSheet } from 'orgcontacts';
 *
 * const sheet = readSheet(await readFile('contacts.csv', 'utf8'), 'contacts.csv');
 * if (sheet.kind === 'rows') for (const { accountId, type, want } of sheet.rows) console.log(accountId, type, want.kind);
 * ```
 */
export const readSheet = (text: string, file: string): ReadSheet => {
  const { value: rows = [], diagnostics } =
    text.length > largest ? refuse(makeSheetText('', file), tooLong(text)) : readText(makeSheetText(text, file));
  const inOrder = diagnostics.toSorted(byPlace);
  return inOrder.some(({ severity }) => severity === 'error')
    ? { kind: 'invalid', diagnostics: inOrder }
    : { kind: 'rows', rows, warnings: inOrder };
};

const byPlace = ({ place: one }: Diagnostic, { place: other }: Diagnostic): number =>
  one.line - other.line || one.column - other.column;

const readText = (sheet: SheetText): Reading<readonly SheetRow[]> => {
  const { records, unclosed } = readRecords(sheet);
  const [tooMuch] = records.slice(mostRows);
  if (tooMuch) return refuse(sheet, tooManyRows, tooMuch);
  const said = records.filter(saysSomething);
  if (said.length === 0 && !unclosed) return refuse(sheet, empty);
  const { value, diagnostics } = readTable(sheet, said);
  return {
    value,
    diagnostics: [
      ...diagnostics,
      ...(unclosed ? [diagnose(sheet, unclosed, quoteNotClosed)] : []),
      ...diagnoseLostCharacters(sheet),
    ],
  };
};

/** Spreadsheets leave rows of nothing but delimiters behind, and people blank lines. */
const saysSomething = ({ cells }: SheetRecord): boolean => cells.some((cell) => cell.trim() !== '');

const refuse = (sheet: SheetText, finding: Finding, span: Span = { from: 0, to: 1 }): Reading<never> => ({
  value: undefined,
  diagnostics: [diagnose(sheet, span, finding)],
});

const diagnoseLostCharacters = (sheet: SheetText): readonly Diagnostic[] => {
  const from = sheet.text.indexOf('\uFFFD');
  return from < 0 ? [] : [diagnose(sheet, { from, to: from + 1 }, charactersLost)];
};

const tooLong = ({ length }: string): Finding => ({
  code: 'sheet-too-large',
  message: `The sheet has ${length} characters; at most ${largest} are read.`,
  help: 'Remove columns of which nothing is read, or split the sheet.',
});

const tooManyRows: Finding = {
  code: 'sheet-too-large',
  message: `The sheet has more than ${mostRows} rows.`,
  help: 'Remove blank rows at the end, or split the sheet.',
};

const empty: Finding = {
  code: 'sheet-empty',
  message: 'The sheet is empty.',
  help: 'Expected a row with the names of the columns, and rows below it.',
};

const quoteNotClosed: Finding = {
  code: 'sheet-syntax',
  message: 'The quote that begins here never ends.',
  help: 'End the cell with a double quote, and write each one inside it twice.',
};

const charactersLost: Finding = {
  code: 'sheet-characters-lost',
  message: 'Characters could not be read, here and perhaps further down.',
  help: 'The sheet is not in UTF-8: save it as CSV UTF-8, or umlauts and the like go to AWS as this mark.',
};
