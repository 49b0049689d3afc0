import type { Diagnostic, Place } from '../diagnostic/diagnostic.ts';
import { type DiagnosticCode, severityOf } from '../diagnostic/diagnostic-codes.ts';
import type { SheetText } from './sheet-text.ts';

/** A part of the text of a sheet, by its characters. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What was read, if it could be, and what is to say about it. */
export interface Reading<Value> {
  readonly value: Value | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What was found, and what was expected. No cell of a contact is repeated in it: contacts are personal data, and messages go into logs. */
export interface Finding {
  readonly code: Extract<DiagnosticCode, `sheet-${string}`>;
  readonly message: string;
  readonly help: string;
}

/** A diagnostic about a part of a sheet. */
export const diagnose = (sheet: SheetText, span: Span, finding: Finding): Diagnostic => ({
  ...finding,
  severity: severityOf(finding.code),
  place: placeOf(sheet, span),
});

/** The place of a part of a sheet: of its first line, if it goes over several. */
export const placeOf = ({ file, text, lineStarts }: SheetText, { from, to }: Span): Place => {
  const line = lineAt(lineStarts, from);
  const [first = ''] = text.slice(from, to).split(/[\r\n]/, 1);
  return { file, line, column: from - (lineStarts[line - 1] ?? 0) + 1, length: Math.max(1, first.length) };
};

/** How many lines have begun at a character, found by halving. */
const lineAt = (lineStarts: readonly number[], offset: number): number => {
  let [low, high] = [0, lineStarts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
};
