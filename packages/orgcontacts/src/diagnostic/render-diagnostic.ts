import stringWidth from 'string-width';
import type { Diagnostic } from './diagnostic.ts';
import { printable } from './printable.ts';

/** Lines longer than this are shown around the place only. */
const longest = 160;

/**
 * Shows a diagnostic with the line it is about, as compilers do: severity and code, place, the line with a mark under it, and what
 * to do. Plain text; `source` is the whole text of the file, with what nobody should see hidden already. Pure.
 *
 * @example
 * ```ts
 * import { parsePolicy, renderDiagnostic } from 'orgcontacts';
 *
 * const text = 'version: 2\n';
 * const parsed = parsePolicy(text, 'contacts.yaml');
 * if (parsed.kind === 'invalid') for (const each of parsed.diagnostics) console.error(renderDiagnostic(each, text));
 * ```
 */
export const renderDiagnostic = (diagnostic: Diagnostic, source: string): string =>
  renderInLines(diagnostic, linesOf(source));

/** The lines of a file, without what ends them. */
export const linesOf = (source: string): readonly string[] => source.split(/\r?\n/);

/** The same for one diagnostic of many about a file, of which the lines are taken apart once. Pure. */
export const renderInLines = (
  { code, severity, message, help, place }: Diagnostic,
  lines: readonly string[],
): string => {
  const margin = ' '.repeat(String(place.line).length);
  const { shown, offset } = excerpt(lines[place.line - 1] ?? '', place.column);
  const at = place.column - 1 - offset;
  const marked = shown.slice(at, at + place.length);
  return [
    `${severity}[${code}]: ${printable(message)}`,
    `${margin}--> ${place.file}:${place.line}:${place.column}`,
    `${margin} |`,
    `${place.line} | ${withTabs(shown, printable)}`,
    // Blanks for what stands before the place, tabs kept, so that the mark stands under it whatever the tab width.
    `${margin} | ${withTabs(shown.slice(0, at), blanks)}${'^'.repeat(Math.max(1, withTabs(marked, blanks).length))}`,
    ...(help === '' ? [] : [`${margin} = help: ${printable(help)}`]),
  ].join('\n');
};

const blanks = (text: string): string => ' '.repeat(stringWidth(printable(text)));

/** Changes what stands between tabs, and leaves them where they are. */
const withTabs = (text: string, change: (part: string) => string): string => text.split('\t').map(change).join('\t');

const excerpt = (line: string, column: number): { readonly shown: string; readonly offset: number } => {
  if (line.length <= longest) return { shown: line, offset: 0 };
  const offset = Math.max(0, Math.min(column - 1 - longest / 2, line.length - longest));
  return { shown: line.slice(offset, offset + longest), offset };
};
