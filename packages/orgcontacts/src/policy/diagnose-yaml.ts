import type { Document, YAMLParseError, YAMLWarning } from 'yaml';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { placeAt, type Source } from './source.ts';

/** Tells what YAML itself finds wrong with a file, in the same form as everything else. */
export const diagnoseYaml = (source: Source, documents: readonly Document[]): readonly Diagnostic[] => [
  ...documents.flatMap(({ errors, warnings }) => [...errors, ...warnings].map((problem) => diagnose(source, problem))),
  ...documents.slice(1, 2).map(
    (second): Diagnostic => ({
      code: 'yaml-syntax',
      severity: 'error',
      message: 'The file holds more than one YAML document.',
      help: 'Remove the line --- before the second one, or make two files.',
      place: placeAt(source, second.range?.[0] ?? 0),
    }),
  ),
];

const diagnose = (source: Source, { code, message, pos }: YAMLParseError | YAMLWarning): Diagnostic => ({
  code: 'yaml-syntax',
  severity: 'error',
  message: code === 'DUPLICATE_KEY' ? 'This key stands here twice.' : `YAML: ${message}`,
  help: helps[code] ?? 'Mend it here or shortly before.',
  place: placeAt(source, pos[0], pos[1]),
});

const helps: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of them: the other would be ignored.',
  TAB_AS_INDENT: 'Indent with blanks; YAML allows no tabs there.',
  BAD_INDENT: 'Put it under what it belongs to, with the same number of blanks as its neighbours.',
  TAG_RESOLVE_FAILED: 'Remove the tag; a policy needs none.',
};
