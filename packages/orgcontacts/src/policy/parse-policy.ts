import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { diagnoseYaml } from './diagnose-yaml.ts';
import type { Draft } from './draft.ts';
import { makePolicy } from './make-policy.ts';
import type { Policy } from './policy.ts';
import { readDraft } from './read-draft.ts';
import { rules } from './rules/index.ts';
import { placeAt, readYaml } from './source.ts';

/** A policy file read: the policy, or everything that is wrong with it; in the order of the file. */
export type ParsedPolicy =
  | { readonly kind: 'valid'; readonly policy: Policy; readonly warnings: readonly Diagnostic[] }
  | { readonly kind: 'invalid'; readonly diagnostics: readonly Diagnostic[] };

/** Four mebibytes: room for 40,000 assignments, and an end to what a slip can feed to the parser. Own choice. */
const largest = 4 * 1024 * 1024;

/** Reads the text of a policy file. It reports everything that is wrong at once, never throws, and never half-accepts. */
export const parsePolicy = (text: string, file: string): ParsedPolicy => {
  if (text.length > largest) return { kind: 'invalid', diagnostics: [tooLarge(text, file)] };
  const { source, documents } = readYaml(text, file);
  const yaml = diagnoseYaml(source, documents);
  if (yaml.some(({ severity }) => severity === 'error')) return { kind: 'invalid', diagnostics: yaml };
  const read = readDraftSafely(source);
  if ('failure' in read) return { kind: 'invalid', diagnostics: [read.failure] };
  const diagnostics = [...yaml, ...read.diagnostics, ...rules.flatMap((rule) => rule(read.draft))].sort(byPlace);
  const isValid = diagnostics.every(({ severity }) => severity !== 'error');
  return isValid
    ? { kind: 'valid', policy: makePolicy(read.draft, text), warnings: diagnostics }
    : { kind: 'invalid', diagnostics };
};

type SafelyRead =
  | { readonly draft: Draft; readonly diagnostics: readonly Diagnostic[] }
  | { readonly failure: Diagnostic };

/** The YAML library throws when aliases multiply beyond the bound: the only way in which reading values can fail. */
const readDraftSafely = (source: Draft['source']): SafelyRead => {
  try {
    return readDraft(source);
  } catch (thrown) {
    if (!(thrown instanceof ReferenceError)) throw thrown;
    return {
      failure: {
        code: 'yaml-syntax',
        severity: 'error',
        message: `YAML cannot resolve the aliases of this file: ${thrown.message}.`,
        help: 'Write the values out, or use fewer aliases.',
        place: placeAt(source, 0),
      },
    };
  }
};

const tooLarge = (text: string, file: string): Diagnostic => ({
  code: 'too-large',
  severity: 'error',
  message: `The file has ${text.length} characters; at most ${largest} are read.`,
  help: 'Use ou and tag instead of listing accounts one by one.',
  place: { file, line: 1, column: 1, length: 1 },
});

const byPlace = (one: Diagnostic, other: Diagnostic): number =>
  one.place.line - other.place.line || one.place.column - other.place.column || (one.code < other.code ? -1 : 1);
