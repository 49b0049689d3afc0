import { type Diagnostic, makeDiagnostic } from '../diagnostic/diagnostic.ts';
import type { DiagnosticCode } from '../diagnostic/diagnostic-codes.ts';
import type { Draft } from './draft.ts';
import { type Path, placeOf, placeOfKey, type Source } from './source.ts';

/** Looks for one kind of mistake in whatever could be read. `now` is in milliseconds since the epoch, where anybody knows it. */
export type Rule = (draft: Draft, now?: number) => readonly Diagnostic[];

interface Finding {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly help: string;
}

/** A diagnostic about the value at a path. */
export const atValue = (source: Source, path: Path, { code, message, help }: Finding): Diagnostic =>
  makeDiagnostic(code, placeOf(source, path), message, help);

/** A diagnostic about a key of the mapping at a path. */
export const atKey = (source: Source, path: Path, key: string, { code, message, help }: Finding): Diagnostic =>
  makeDiagnostic(code, placeOfKey(source, path, key), message, help);
