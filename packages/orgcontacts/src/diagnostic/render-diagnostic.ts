import type { Diagnostic } from './diagnostic.ts';

/** Lines longer than this are shown around the place only. */
const longest = 160;

/**
 * Shows a diagnostic with the line it is about, as compilers do: severity and code, place, the line with a mark under it, and what
 * to do. Plain text; `source` is the whole text of the file.
 */
export const renderDiagnostic = ({ code, severity, message, help, place }: Diagnostic, source: string): string => {
  const margin = ' '.repeat(String(place.line).length);
  const { shown, offset } = excerpt(source.split(/\r?\n/)[place.line - 1] ?? '', place.column);
  const before = shown.slice(0, place.column - 1 - offset);
  return [
    `${severity}[${code}]: ${message}`,
    `${margin}--> ${place.file}:${place.line}:${place.column}`,
    `${margin} |`,
    `${place.line} | ${shown}`,
    // Blanks for what stands before the place, tabs kept, so that the mark stands under it whatever the tab width.
    `${margin} | ${before.replaceAll(/[^\t]/g, ' ')}${'^'.repeat(Math.max(1, Math.min(place.length, shown.length - before.length)))}`,
    ...(help === '' ? [] : [`${margin} = help: ${help}`]),
  ].join('\n');
};

const excerpt = (line: string, column: number): { readonly shown: string; readonly offset: number } => {
  if (line.length <= longest) return { shown: line, offset: 0 };
  const offset = Math.max(0, Math.min(column - 1 - longest / 2, line.length - longest));
  return { shown: line.slice(offset, offset + longest), offset };
};
