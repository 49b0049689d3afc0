import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { renderDiagnostic } from '../diagnostic/render-diagnostic.ts';
import { hideContacts } from './hide-contacts.ts';
import type { Io } from './io.ts';

/** Shows diagnostics with their lines, on standard error; in a log the contacts in those lines are hidden. */
export const tellDiagnostics = (io: Io, diagnostics: readonly Diagnostic[], text: string): void => {
  const shown = io.errIsTerminal ? text : hideContacts(text);
  for (const diagnostic of diagnostics) {
    const [head = '', ...rest] = renderDiagnostic(diagnostic, shown).split('\n');
    io.err(`${[io.paint(diagnostic.severity === 'error' ? 'bad' : 'warning', head), ...rest].join('\n')}\n\n`);
  }
};
