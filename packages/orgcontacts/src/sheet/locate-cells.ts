import { diagnose, type Finding, type Reading, type Span } from './diagnose-sheet.ts';
import type { SheetRecord } from './read-records.ts';
import type { SheetText } from './sheet-text.ts';

/** A cell as it is meant, and where it is written. */
export interface Cell extends Span {
  readonly text: string;
}

/**
 * Finds where the cells of a row are written: each has to stand there, with or without quotes, as RFC 4180 would write it.
 * Elsewhere it is a guess what the quotes mean.
 */
export const locateCells = (sheet: SheetText, { cells, from, to }: SheetRecord): Reading<readonly Cell[]> => {
  const located: Cell[] = [];
  let at = from;
  for (const cell of cells) {
    const isQuoted = sheet.text[at] === '"';
    const written = isQuoted ? `"${cell.replaceAll('"', '""')}"` : cell;
    if (!sheet.text.startsWith(written, at) || (!isQuoted && hasStrayQuote(cell))) {
      return { value: undefined, diagnostics: [diagnose(sheet, { from: at, to }, misquoted)] };
    }
    located.push({ text: cell, from: at, to: at + written.length });
    at += written.length + 1;
  }
  return { value: located, diagnostics: [] };
};

/** Whether a cell without quotes around it has some inside. ="000011112222" is how tools make a spreadsheet keep zeros. */
const hasStrayQuote = (cell: string): boolean => cell.includes('"') && !/^="\d*"$/.test(cell);

const misquoted: Finding = {
  code: 'sheet-syntax',
  message: 'Quotes stand in this cell where none can be.',
  help: 'Put double quotes around the whole cell, and write each one inside it twice.',
};
