/** The text of a sheet, before it is taken apart. */
export interface SheetText {
  readonly file: string;
  readonly text: string;
  /** Where each line begins. */
  readonly lineStarts: readonly number[];
  /** Where the first row begins. */
  readonly from: number;
  readonly delimiter: string;
  /** What may stand between rows. */
  readonly lineEnds: readonly string[];
}

/** A byte order mark, and the line by which Excel is told the delimiter. */
const preamble = /^\uFEFF?(?:"?sep=([,;\t])"?(?:\r\n|\n|\r|$))?/i;

/** Files of old Macs, and of some programs on new ones, have \r alone; elsewhere it is a part of a cell. */
const lineEnds = ['\r\n', '\n'];

/** Finds out how a sheet is written. Lone surrogates, which no file can hold, become U+FFFD, so that bytes and characters agree. */
export const makeSheetText = (raw: string, file: string): SheetText => {
  const text = Buffer.from(raw).toString();
  const [before = '', delimiter] = preamble.exec(text) ?? [];
  return {
    file,
    text,
    lineStarts: [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)],
    from: before.length,
    delimiter: delimiter ?? findDelimiter(firstLine(text.slice(before.length))),
    lineEnds: /\r\n|\n|\r/.exec(text)?.[0] === '\r' ? [...lineEnds, '\r'] : lineEnds,
  };
};

/** The first line with anything in it. */
const firstLine = (text: string): string => text.trimStart().split(/[\r\n]/, 1)[0] ?? '';

/** What stands most often between the cells of the header; the comma, if nothing does. */
const findDelimiter = (line: string): string => {
  const unquoted = line.replaceAll(/"[^"]*"/g, '');
  const countOf = (delimiter: string) => unquoted.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, next) => (countOf(next) > countOf(best) ? next : best));
};
