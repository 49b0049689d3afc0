import type { CodeMeaning } from './code-meaning.ts';
import { diagnosticCodes } from './diagnostic-codes.ts';

/** Renders docs/diagnostics.md from the registry. */
export const renderCodesPage = (): string =>
  `${[
    '# Diagnostics',
    '<!-- Generated from packages/orgcontacts/src/diagnostic/ by UPDATE_GENERATED=1 npx vitest run --project unit. -->',
    'What `validate` and every command that reads a policy file, or a spreadsheet of contacts, can say about it. All that is wrong is told at once, each with file, line and column. Codes are stable; their wording may change. A warning stops nothing, unless `lint.errors` names its code or the command has `--strict`; `lint.ignore` silences it.',
    ...Object.entries(diagnosticCodes).map(
      // The table is typed by its literals; a meaning may have less.
      ([code, { title, explanation, severity }]: readonly [string, CodeMeaning]) =>
        `## ${code}\n\n**${title}${severity ? ' (warning)' : ''}.** ${explanation}`,
    ),
  ].join('\n\n')}\n`;
