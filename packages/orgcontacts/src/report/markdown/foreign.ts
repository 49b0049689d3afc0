import { safeText } from '../safe-text.ts';

/**
 * Puts foreign text into Markdown so that nothing in it means anything: all punctuation as character references, which cannot form
 * structure (CommonMark 0.31, 2.5), inside an element in which GitHub and GitLab look for no @mentions and #references.
 */
export const foreign = (text: string): string =>
  text === ''
    ? ''
    : `<code>${safeText(text).replaceAll(/[!-,/:-@[-`{-~]|\.(?=\S)|^-/g, (mark) => `&#${mark.charCodeAt(0)};`)}</code>`;

/** Rows as a table; cells are Markdown already. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
