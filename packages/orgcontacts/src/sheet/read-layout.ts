import { contactFields } from '../contact/contact.ts';
import { diagnose, type Reading } from './diagnose-sheet.ts';
import type { Cell } from './locate-cells.ts';
import type { SheetText } from './sheet-text.ts';

const needed = ['account', 'type', ...contactFields] as const;

export type ColumnName = (typeof needed)[number];

/** Which cell of a row holds what. */
export interface Layout {
  readonly columns: Readonly<Record<ColumnName, number>>;
  /** How many cells a row has. */
  readonly width: number;
  readonly hasHeader: boolean;
}

/** What a column may be called, in small letters without blanks, _ and -; undefined for those of which nothing is read. */
const meanings = new Map<string, ColumnName | undefined>([
  ...needed.map((name) => [name, name] as const),
  ...(['accountid', 'id'] as const).map((name) => [name, 'account'] as const),
  ...(['contacttype', 'alternatecontacttype'] as const).map((name) => [name, 'type'] as const),
  ['emailaddress', 'email'],
  ['phonenumber', 'phone'],
  ...['accountname', 'unit', 'state', 'status', 'alternatecontact', ''].map((name) => [name, undefined] as const),
]);

/** The layout of an AWS sample, which has the word ALTERNATECONTACT in the second cell of every row and needs no header. */
const sample: Layout = {
  columns: { account: 0, type: 2, email: 3, name: 4, phone: 5, title: 6 },
  width: 7,
  hasHeader: false,
};

/** Reads from the first row which column holds what. */
export const readLayout = (sheet: SheetText, cells: readonly Cell[]): Reading<Layout> => {
  if (isSample(cells)) return { value: sample, diagnostics: [] };
  const named = cells.map((cell, index) => ({ cell, index, name: simplify(cell.text) }));
  const useful = named.flatMap(({ cell, index, name }) => {
    const column = meanings.get(name);
    return column ? [{ cell, index, column }] : [];
  });
  const columns = new Map(useful.toReversed().map(({ column, index }) => [column, index]));
  const missing = needed.filter((name) => !columns.has(name));
  // Where one is missing the row may be no header at all, but somebody's contact: nothing of it is repeated.
  if (missing.length > 0) return { value: undefined, diagnostics: [missesColumns(sheet, cells, missing)] };
  const twice = useful.filter(({ column, index }) => columns.get(column) !== index);
  const unknown = named.filter(({ name }) => !meanings.has(name)).map(({ cell }) => cell);
  return {
    value: twice.length > 0 ? undefined : { columns: indexesOf(columns), width: cells.length, hasHeader: true },
    diagnostics: [
      ...twice.map(({ cell, column }) => hasColumnTwice(sheet, cell, column)),
      ...unknown.slice(0, 1).map((first) => hasUnknownColumns(sheet, first, unknown)),
    ],
  };
};

/** Only a header begins with a word; an account id begins with digits, whatever a spreadsheet did to it. */
const isSample = ([first, second]: readonly Cell[]): boolean =>
  second?.text.trim().toUpperCase() === 'ALTERNATECONTACT' && /^[='"\s]*\d/.test(first?.text ?? '');

const simplify = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '');

const indexesOf = (columns: ReadonlyMap<ColumnName, number>): Layout['columns'] => {
  // Asked only when none is missing.
  const indexOf = (name: ColumnName) => columns.get(name) ?? -1;
  return {
    ...{ account: indexOf('account'), type: indexOf('type'), name: indexOf('name') },
    ...{ title: indexOf('title'), email: indexOf('email'), phone: indexOf('phone') },
  };
};

const missesColumns = (sheet: SheetText, cells: readonly Cell[], missing: readonly ColumnName[]) =>
  diagnose(
    sheet,
    { from: cells[0]?.from ?? 0, to: cells.at(-1)?.to ?? 0 },
    {
      code: 'sheet-column-missing',
      message: `The first row does not name these columns: ${missing.join(', ')}.`,
      help: `Expected the columns ${needed.join(', ')}, in any order, separated by commas, semicolons or tabs; from a spreadsheet, save as CSV UTF-8.`,
    },
  );

const hasColumnTwice = (sheet: SheetText, cell: Cell, column: ColumnName) =>
  diagnose(sheet, cell, {
    code: 'sheet-column-twice',
    message: `The first row names the column ${column} twice.`,
    help: 'Keep one of them: which one holds is a guess.',
  });

/** How many names, and how much of each, are worth a message. */
const [mostNames, longestName] = [8, 40];

const hasUnknownColumns = (sheet: SheetText, first: Cell, unknown: readonly Cell[]) => {
  const names = unknown.slice(0, mostNames).map(({ text }) => text.trim().slice(0, longestName));
  const more = unknown.length > mostNames ? ` and ${unknown.length - mostNames} more` : '';
  return diagnose(sheet, first, {
    code: 'sheet-column-unknown',
    message: `These columns mean nothing here and are ignored: ${names.join(', ')}${more}.`,
    help: `Remove them, or call them what they hold: ${needed.join(', ')}.`,
  });
};
