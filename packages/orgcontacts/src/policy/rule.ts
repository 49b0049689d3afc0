import type { Diagnostic, Severity } from '../diagnostic/diagnostic.ts';
import type { DiagnosticCode } from '../diagnostic/diagnostic-codes.ts';
import type { Draft } from './draft.ts';
import { type Path, placeOf, placeOfKey, type Source } from './source.ts';

/** Looks for one kind of mistake in whatever could be read. */
export type Rule = (draft: Draft) => readonly Diagnostic[];

interface Finding {
  readonly code: DiagnosticCode;
  readonly severity?: Severity;
  readonly message: string;
  readonly help: string;
}

/** A diagnostic about the value at a path. */
export const atValue = (source: Source, path: Path, finding: Finding): Diagnostic => ({
  severity: 'error',
  ...finding,
  place: placeOf(source, path),
});

/** A diagnostic about a key of the mapping at a path. */
export const atKey = (source: Source, path: Path, key: string, finding: Finding): Diagnostic => ({
  severity: 'error',
  ...finding,
  place: placeOfKey(source, path, key),
});
