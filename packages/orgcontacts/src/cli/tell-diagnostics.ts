import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { linesOf, renderInLines } from '../diagnostic/render-diagnostic.ts';
import { hideContacts } from './hide-contacts.ts';
import type { Io } from './io.ts';

/** Shows diagnostics with their lines, on standard error; in a log the contacts in those lines are hidden. */
export const tellDiagnostics = (io: Io, diagnostics: readonly Diagnostic[], text: string): void => {
  const lines = linesOf(io.errIsTerminal ? text : hideContacts(text));
  for (const diagnostic of diagnostics) {
    const [head = '', ...rest] = renderInLines(diagnostic, lines).split('\n');
    io.err(`${[io.paint(diagnostic.severity === 'error' ? 'bad' : 'warning', head), ...rest].join('\n')}\n\n`);
  }
};
