import { printable } from '../diagnostic/printable.ts';

/** Makes foreign text safe for files: as `printable` does, and without lone surrogates and noncharacters, which no XML may have. */
export const safeText = (text: string): string =>
  printable(Buffer.from(text).toString()).replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD');

/** Cuts a text to so many characters, with an ellipsis; never in the middle of one. */
export const cutText = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
