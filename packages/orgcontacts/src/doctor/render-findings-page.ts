import type { CodeMeaning } from '../diagnostic/code-meaning.ts';
import { findingCodes } from './finding-codes.ts';

/** Renders docs/doctor.md from the table of codes. */
export const renderFindingsPage = (): string =>
  `${[
    '# What doctor finds',
    '<!-- Generated from packages/orgcontacts/src/doctor/ by UPDATE_GENERATED=1 npx vitest run --project unit. -->',
    '`orgcontacts doctor` says who is calling, what that reaches and what is missing: each finding with the fact that it rests on, and with the command that mends it or what would decide. It reads, and writes nothing to AWS. `plan` and `apply` name the cause of a denial by the same rules. Codes are stable; their wording may change.',
    'AWS answers a call that may not be made with AccessDeniedException, whatever the reason, and its sentence changed over the years. So the facts decide; the sentence only tells apart what they leave open. Where they leave more than one cause, it says that it cannot tell.',
    ...Object.entries(findingCodes).map(
      ([code, { title, explanation }]: readonly [string, CodeMeaning]) => `## ${code}\n\n**${title}.** ${explanation}`,
    ),
  ].join('\n\n')}\n`;
