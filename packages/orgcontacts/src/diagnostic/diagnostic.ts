import { type DiagnosticCode, severityOf } from './diagnostic-codes.ts';

/** Where in the user's input something stands; line and column count from 1, as editors do. What stands in no file is at line 0. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How many characters of the line belong to it; at least 1. */
  readonly length: number;
}

/** An error makes the input unusable; a warning stops nothing. */
export type Severity = 'error' | 'warning';

/** Something wrong with the user's input. Only `code` is stable; the wording may change. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** What was found. */
  readonly message: string;
  /** What was expected, and what to do. */
  readonly help: string;
  readonly place: Place;
}

/** A diagnostic about a place, as much of it as its code says. */
export const makeDiagnostic = (code: DiagnosticCode, place: Place, message: string, help: string): Diagnostic => ({
  code,
  severity: severityOf(code),
  message,
  help,
  place,
});

/** Says a place as `contacts.yaml:12`; one that is in no file has no line. */
export const whereIs = ({ file, line }: Pick<Place, 'file' | 'line'>): string =>
  line === 0 ? file : `${file}:${line}`;
