import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { diagnoseIssue } from './diagnose-issue.ts';
import { diagnoseYaml, isUnreadable } from './diagnose-yaml.ts';
import { findDeepNesting } from './find-deep-nesting.ts';
import { flattenIssues } from './flatten-issues.ts';
import { makePolicy } from './make-policy.ts';
import type { Policy } from './policy.ts';
import { readDraft } from './read-draft.ts';
import { rules } from './rules/index.ts';
import { policySchema } from './schema.ts';
import { placeInText, readYaml, type Source, valuesIn } from './source.ts';

/** A policy file read: the policy, or everything that is wrong with it; in the order of the file. */
export type ParsedPolicy =
  | { readonly kind: 'valid'; readonly policy: Policy; readonly warnings: readonly Diagnostic[] }
  | { readonly kind: 'invalid'; readonly diagnostics: readonly Diagnostic[] };

/** Four mebibytes: room for 40,000 assignments, and an end to what a slip can feed to the parser. Own choice. */
const largest = 4 * 1024 * 1024;

/** Reads the text of a policy file. It reports everything that is wrong at once, never throws, and never half-accepts. */
export const parsePolicy = (text: string, file: string): ParsedPolicy => {
  const unfit = refuseUnread(text, file);
  if (unfit) return { kind: 'invalid', diagnostics: [unfit] };
  const { source, documents } = readYaml(text, file);
  const yaml = diagnoseYaml(source, documents);
  if (isUnreadable(documents)) return { kind: 'invalid', diagnostics: inOrder(yaml) };
  const values = valuesIn(source);
  if (values.kind === 'unresolved') return { kind: 'invalid', diagnostics: inOrder([...yaml, values.diagnostic]) };
  const draft = readDraft(source, values.raw);
  const diagnostics = inOrder([
    ...yaml,
    ...diagnoseStructure(source, values.raw),
    ...rules.flatMap((rule) => rule(draft)),
  ]);
  return diagnostics.some(({ severity }) => severity === 'error')
    ? { kind: 'invalid', diagnostics }
    : { kind: 'valid', policy: makePolicy(draft, text), warnings: diagnostics };
};

const diagnoseStructure = (source: Source, raw: unknown): readonly Diagnostic[] => {
  const parsed = policySchema.safeParse(raw, { reportInput: true });
  return parsed.success ? [] : flattenIssues(parsed.error.issues).flatMap((issue) => diagnoseIssue(source, issue));
};

/** What has to be refused before it is parsed, since parsing it could end the process. */
const refuseUnread = (text: string, file: string): Diagnostic | undefined => {
  if (text.length > largest) {
    return {
      code: 'too-large',
      severity: 'error',
      message: `The file has ${text.length} characters; at most ${largest} are read.`,
      help: 'Use ou and tag instead of listing accounts one by one.',
      place: placeInText(text, file, 0),
    };
  }
  const deep = findDeepNesting(text);
  return deep === undefined
    ? undefined
    : {
        code: 'yaml-syntax',
        severity: 'error',
        message: 'The file is nested far deeper than a policy can be.',
        help: 'Look for brackets or dashes that were typed by accident.',
        place: placeInText(text, file, deep),
      };
};

/** By place, each thing said once. */
const inOrder = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
  const seen = new Set<string>();
  return diagnostics
    .filter(({ code, place }) => {
      const key = `${code} ${place.line}:${place.column}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort(byPlace);
};

const byPlace = (one: Diagnostic, other: Diagnostic): number =>
  one.place.line - other.place.line || one.place.column - other.place.column || (one.code < other.code ? -1 : 1);
