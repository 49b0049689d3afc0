import { renderJson } from './json.ts';
import type { Report } from './report.ts';
import type { Style } from './style.ts';
import { renderTerminal } from './terminal/terminal.ts';

/** Every format a report can be rendered in; a new format is one file and one line here. */
export const formats = {
  terminal: renderTerminal,
  json: renderJson,
} satisfies Readonly<Record<string, (report: Report, style: Style) => string>>;
