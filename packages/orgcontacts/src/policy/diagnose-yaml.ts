import type { Document, YAMLParseError, YAMLWarning } from 'yaml';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { placeAt, type Source } from './source.ts';

/** What YAML finds wrong beside which everything else can be read all the same. */
const harmless = new Set(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED']);

/** Whether YAML understood so little that nothing else can be said about the file. */
export const isUnreadable = (documents: readonly Document[]): boolean =>
  documents.some(({ errors }) => errors.some(({ code }) => !harmless.has(code)));

/** Tells what YAML itself finds wrong with a file, in the same form as everything else. */
export const diagnoseYaml = (source: Source, documents: readonly Document[]): readonly Diagnostic[] => [
  ...documents.flatMap(({ errors, warnings }) => [...errors, ...warnings].map((problem) => diagnose(source, problem))),
  ...documents
    .slice(1, 2)
    .map(({ range }) =>
      error(
        source,
        range?.[0] ?? 0,
        'The file holds more than one YAML document.',
        'Remove the line --- before the second one, or make two files.',
      ),
    ),
  ...documents
    .filter(({ directives }) => directives?.yaml.version !== '1.2')
    .map(() =>
      error(
        source,
        0,
        'The file asks for another version of YAML.',
        'Remove the %YAML line: policies are YAML 1.2, and older versions read numbers and words differently.',
      ),
    ),
];

const diagnose = (source: Source, { code, message, pos }: YAMLParseError | YAMLWarning): Diagnostic => ({
  ...error(
    source,
    pos[0],
    code === 'DUPLICATE_KEY' ? 'This key stands here twice.' : `YAML: ${message}`,
    helps[code] ?? 'Mend it here or shortly before.',
  ),
  place: placeAt(source, pos[0], pos[1]),
});

const error = (source: Source, offset: number, message: string, help: string): Diagnostic => ({
  code: 'yaml-syntax',
  severity: 'error',
  message,
  help,
  place: placeAt(source, offset),
});

const helps: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of them: the other would be ignored.',
  TAB_AS_INDENT: 'Indent with blanks; YAML allows no tabs there.',
  BAD_INDENT: 'Put it under what it belongs to, with the same number of blanks as its neighbours.',
  TAG_RESOLVE_FAILED: 'Remove the tag; a policy needs none.',
};
