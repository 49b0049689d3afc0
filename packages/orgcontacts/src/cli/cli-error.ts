import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { ExitReason } from './exit-code.ts';

/** What ends a command early for a reason that its user can do something about. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly reason: ExitReason;
  /** What to do. */
  readonly help: string;
  readonly diagnostics: readonly Diagnostic[];

  constructor(reason: ExitReason, message: string, help = '', diagnostics: readonly Diagnostic[] = []) {
    super(message);
    this.reason = reason;
    this.help = help;
    this.diagnostics = diagnostics;
  }
}
