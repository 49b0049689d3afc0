import type { Diagnostic } from '../diagnostic/diagnostic.ts';

/** The policy file as the page shows it. */
export interface PolicyPage {
  readonly file: string;
  /** Null when the file cannot be read. */
  readonly text: string | null;
  /** Contacts in the text were replaced by dots. */
  readonly isHidden: boolean;
  readonly diagnostics: readonly ShownDiagnostic[];
}

/** A diagnostic with its line; 0 stands for no line. */
export type ShownDiagnostic = Pick<Diagnostic, 'code' | 'severity' | 'message' | 'help'> & {
  readonly line: number;
  readonly column: number;
  readonly length: number;
};

/** Takes from a diagnostic what the page shows. Pure. */
export const shownDiagnostic = ({ code, severity, message, help, place }: Diagnostic): ShownDiagnostic => ({
  code,
  severity,
  message,
  help,
  line: place.line,
  column: place.column,
  length: place.length,
});
