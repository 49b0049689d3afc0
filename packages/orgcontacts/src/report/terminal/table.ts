import stringWidth from 'string-width';

/** Lays rows out in columns with two blanks between; the last column takes what is left of the width and is cut, never wrapped. */
export const renderTable = (rows: readonly (readonly string[])[], width: number, indent = '  '): string => {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((row) => stringWidth(row[column] ?? ''))),
  );
  return rows.map((row) => renderRow(row, widths, width, indent)).join('\n');
};

const renderRow = (row: readonly string[], widths: readonly number[], width: number, indent: string): string => {
  const cells = row.map((cell, column) => (column === row.length - 1 ? cell : padEnd(cell, widths[column] ?? 0)));
  return cut(`${indent}${cells.join('  ')}`.trimEnd(), width);
};

/** Fills a text with blanks up to a width in columns. */
export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - stringWidth(text)));

const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Cuts a text to a width in columns, with an ellipsis; text with colours in it is left alone, since a cut could lose their end. */
export const cut = (text: string, width: number): string => {
  if (stringWidth(text) <= width || text.includes('\u001b')) return text;
  let kept = '';
  for (const { segment } of segments.segment(text)) {
    if (stringWidth(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
};
