import type { CodeMeaning } from './code-meaning.ts';
import { policyCodes } from './policy-codes.ts';
import { sheetCodes } from './sheet-codes.ts';

/** Every code a diagnostic can carry. Codes are stable; their wording is not. */
export const diagnosticCodes = { ...policyCodes, ...sheetCodes };

/** The code of a diagnostic; docs/diagnostics.md explains each. */
export type DiagnosticCode = keyof typeof diagnosticCodes;

/** How much a diagnostic weighs, unless the policy says otherwise. */
export const severityOf = (code: DiagnosticCode): 'error' | 'warning' => {
  const meaning: CodeMeaning = diagnosticCodes[code];
  return meaning.severity ?? 'error';
};
