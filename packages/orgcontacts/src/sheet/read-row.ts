import { contactFields } from '../contact/contact.ts';
import { type ContactType, contactTypes, parseContactType } from '../contact/contact-type.ts';
import { diagnose, type Finding, placeOf, type Reading } from './diagnose-sheet.ts';
import { type Cell, locateCells } from './locate-cells.ts';
import { readAccount } from './read-account.ts';
import type { ColumnName, Layout } from './read-layout.ts';
import type { SheetRecord } from './read-records.ts';
import { type ContactCells, readWant } from './read-want.ts';
import type { SheetRow } from './sheet-row.ts';
import type { SheetText } from './sheet-text.ts';

/** Reads one row below the header, and everything that is wrong with it. */
export const readRow = (sheet: SheetText, layout: Layout, record: SheetRecord): Reading<SheetRow> => {
  const { value: cells, diagnostics } = locateCells(sheet, record);
  if (!cells) return { value: undefined, diagnostics };
  if (!isOfWidth(layout, record.cells)) {
    return { value: undefined, diagnostics: [diagnose(sheet, record, wrongWidth(layout, record))] };
  }
  // Only blank cells at the end can be missing, of which nothing is told.
  return readCells(sheet, (name) => cells[layout.columns[name]] ?? { ...record, text: '' });
};

const readCells = (sheet: SheetText, cellOf: (name: ColumnName) => Cell): Reading<SheetRow> => {
  const account = readAccount(sheet, cellOf('account'));
  const type = readType(sheet, cellOf('type'));
  const want = readWant(sheet, contactCells(cellOf));
  const diagnostics = [account, type, want].flatMap((each) => each.diagnostics);
  if (account.value === undefined || type.value === undefined || want.value === undefined) {
    return { value: undefined, diagnostics };
  }
  const place = placeOf(sheet, cellOf('account'));
  return { value: { accountId: account.value, type: type.value, want: want.value, place }, diagnostics };
};

const contactCells = (cellOf: (name: ColumnName) => Cell): ContactCells => ({
  ...{ name: cellOf('name'), title: cellOf('title'), email: cellOf('email'), phone: cellOf('phone') },
});

/**
 * Whether a row has its cells. Excel leaves out the last cells of a row when they are blank in all rows nearby (StataCorp, "How Excel
 * writes empty cells"). So a row may be shorter by cells of which nothing is read, and by more if it says nothing about its contact;
 * otherwise a part of it could be lost.
 */
const isOfWidth = ({ columns, width }: Layout, cells: readonly string[]): boolean => {
  const isBlank = (cell = '') => cell.trim() === '';
  if (cells.length > Math.max(...Object.values(columns))) return cells.slice(width).every(isBlank);
  const isNamed = cells.length > Math.max(columns.account, columns.type);
  return isNamed && contactFields.every((field) => isBlank(cells[columns[field]]));
};

const readType = (sheet: SheetText, cell: Cell): Reading<ContactType> => {
  const value = parseContactType(cell.text);
  return { value, diagnostics: value === undefined ? [diagnose(sheet, cell, unknownType)] : [] };
};

const wrongWidth = ({ width, hasHeader }: Layout, { cells }: SheetRecord): Finding => ({
  code: 'sheet-row-width',
  message: `This row has ${countCells(cells.length)}, and ${hasHeader ? 'the header' : 'a row without a header'} has ${width}.`,
  help: 'Give it as many: put quotes around a cell that holds the delimiter. Where a spreadsheet left out blank cells at the end, write absent into all four.',
});

const countCells = (count: number): string => (count === 1 ? '1 cell' : `${count} cells`);

const unknownType: Finding = {
  code: 'sheet-contact-type',
  message: 'This is no contact type.',
  help: `Expected ${contactTypes.join(', ')}.`,
};
