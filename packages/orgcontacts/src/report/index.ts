import { renderJson } from './json.ts';
import type { Report } from './report.ts';
import type { Style } from './style.ts';
import { renderTerminal } from './terminal/terminal.ts';

/**
 * The formats that every report can be rendered in.
 *
 * @example
 * ```ts
 * import { formats, type Report, type Style } from 'orgcontacts';
 *
 * const plain: Style = { width: 120, paint: (_, text) => text, values: 'masked', verbose: false };
 * const print = (report: Report): void => console.log(formats.terminal(report, plain));
 * ```
 */
export const formats = {
  /** For people. */
  terminal: renderTerminal,
  /** For programs: one document. */
  json: renderJson,
} satisfies Readonly<Record<string, (report: Report, style: Style) => string>>;
