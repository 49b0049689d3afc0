import { diagnosticCodes } from './diagnostic-codes.ts';

/** Renders docs/diagnostics.md from the registry. */
export const renderCodesPage = (): string =>
  `${[
    '# Diagnostics',
    '<!-- Generated from packages/orgcontacts/src/diagnostic/diagnostic-codes.ts by UPDATE_GENERATED=1 npx vitest run --project unit. -->',
    'What `validate` and every command that reads a policy file can say about it. All that is wrong is told at once, each with file, line and column. Codes are stable; their wording may change.',
    ...Object.entries(diagnosticCodes).map(
      ([code, { title, explanation }]) => `## ${code}\n\n**${title}.** ${explanation}`,
    ),
  ].join('\n\n')}\n`;
