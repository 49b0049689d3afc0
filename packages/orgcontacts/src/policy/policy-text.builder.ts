import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { type ParsedPolicy, parsePolicy } from './parse-policy.ts';
import type { ParseOptions } from './read-policy-text.ts';

/** One contact in one line; named in the text of every policy here. */
const desk = 'desk: { name: Mary Major, title: Security, email: mary@example.com, phone: "+1 555 0100" }';

/** A policy with the contact desk: lines 1 to 3, `more` contacts from line 4 on, and one assignment of desk to all. */
export const withContacts = (...more: readonly string[]): string =>
  lines(
    'version: 1',
    'contacts:',
    `  ${desk}`,
    ...more.map((line) => `  ${line}`),
    'assignments:',
    '  - { match: all, security: desk }',
  );

/** A policy with the contact desk, and these lines under `assignments:` from line 5 on. */
export const withAssignments = (...assignments: readonly string[]): string =>
  lines('version: 1', 'contacts:', `  ${desk}`, 'assignments:', ...assignments.map((line) => `  ${line}`));

/** A policy without a mistake, of six lines, and these lines below. */
export const withTopLevel = (...more: readonly string[]): string => withContacts('').concat(lines(...more));

/** Lines of a file. */
export const lines = (...each: readonly string[]): string => each.map((line) => `${line}\n`).join('');

/** What becomes of a text; that its addresses are examples, as in every file here, is not worth a word. */
export const parse = (text: string, options: ParseOptions = {}): ParsedPolicy => {
  const parsed = parsePolicy(text, 'contacts.yaml', options);
  return parsed.kind === 'valid'
    ? { ...parsed, warnings: withoutExamples(parsed.warnings) }
    : { ...parsed, diagnostics: withoutExamples(parsed.diagnostics) };
};

const withoutExamples = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.filter(({ code, help }) => code !== 'placeholder' || !help.includes('example domain'));

/** Everything that is said about a text, in order. */
export const diagnosticsOf = (text: string, options: ParseOptions = {}) => {
  const parsed = parse(text, options);
  return parsed.kind === 'valid' ? parsed.warnings : parsed.diagnostics;
};

/** Everything that is said about a text, as `code line:column`. */
export const saidOf = (text: string, options: ParseOptions = {}): readonly string[] =>
  diagnosticsOf(text, options).map(({ code, place }) => `${code} ${place.line}:${place.column}`);

/** Takes the mark ▸ out of a text and says where it stood, as `line:column`. */
export const unmark = (marked: string): { readonly text: string; readonly at: string } => {
  const before = marked.slice(0, marked.indexOf('▸')).split('\n');
  return { text: marked.replace('▸', ''), at: `${before.length}:${(before.at(-1) ?? '').length + 1}` };
};
