import { type Diagnostic, makeDiagnostic } from '../diagnostic/diagnostic.ts';
import { diagnoseIssue } from './diagnose-issue.ts';
import { diagnoseYaml, isUnreadable } from './diagnose-yaml.ts';
import { findDeepNesting } from './find-deep-nesting.ts';
import { flattenIssues, type Issue } from './flatten-issues.ts';
import { weighWarnings } from './lint-settings.ts';
import { makePolicy } from './make-policy.ts';
import type { Policy } from './policy.ts';
import { readDraft } from './read-draft.ts';
import { noReferences, type ReadReference } from './read-field.ts';
import { rules } from './rules/index.ts';
import { policySchema } from './schema.ts';
import { placeInText, readYaml, valuesIn } from './source.ts';

/** A policy file read: the policy, or everything that is wrong with it; in the order of the file. */
export type ParsedPolicy =
  | { readonly kind: 'valid'; readonly policy: Policy; readonly warnings: readonly Diagnostic[] }
  | { readonly kind: 'invalid'; readonly diagnostics: readonly Diagnostic[] };

/** Four mebibytes: room for 40,000 assignments, and an end to what a slip can feed to the parser. Own choice. */
const largest = 4 * 1024 * 1024;

/** What a policy is read against: the world outside its text. */
export interface ParseOptions {
  /** Gives the values of `${env:…}` and `${file:…}`; without it every reference is missing. Called once for each reference. */
  readonly readReference?: ReadReference;
  /** Today, in milliseconds since the epoch: without it nobody is told that a review is overdue. */
  readonly now?: number;
}

/** Reads the text of a policy file. It reports everything that is wrong at once, never throws, and never half-accepts. */
export const parsePolicy = (text: string, file: string, options: ParseOptions = {}): ParsedPolicy => {
  const { readReference = noReferences, now } = options;
  const unfit = refuseUnread(text, file);
  if (unfit) return { kind: 'invalid', diagnostics: [unfit] };
  const { source, documents } = readYaml(text, file);
  const yaml = diagnoseYaml(source, documents);
  if (isUnreadable(documents)) return { kind: 'invalid', diagnostics: inOrder(yaml) };
  const values = valuesIn(source);
  if (values.kind === 'unresolved') return { kind: 'invalid', diagnostics: inOrder([...yaml, values.diagnostic]) };
  const issues = issuesIn(values.raw);
  const draft = readDraft(source, { values: values.raw, issues, readReference });
  const found = [
    ...yaml,
    ...issues.flatMap((issue) => diagnoseIssue(source, issue)),
    ...rules.flatMap((rule) => rule(draft, now)),
  ];
  const diagnostics = inOrder(weighWarnings(found, draft.lint));
  return diagnostics.some(({ severity }) => severity === 'error')
    ? { kind: 'invalid', diagnostics }
    : { kind: 'valid', policy: makePolicy(draft, text), warnings: diagnostics };
};

const issuesIn = (raw: unknown): readonly Issue[] => {
  const parsed = policySchema.safeParse(raw, { reportInput: true });
  return parsed.success ? [] : flattenIssues(parsed.error.issues);
};

/** What has to be refused before it is parsed, since parsing it could end the process. */
const refuseUnread = (text: string, file: string): Diagnostic | undefined => {
  if (text.length > largest) {
    const message = `The file has ${text.length} characters; at most ${largest} are read.`;
    const help = 'Use ou and tag instead of listing accounts one by one.';
    return makeDiagnostic('too-large', placeInText(text, file, 0), message, help);
  }
  const deep = findDeepNesting(text);
  return deep === undefined
    ? undefined
    : makeDiagnostic(
        'yaml-syntax',
        placeInText(text, file, deep),
        'The file is nested far deeper than a policy can be.',
        'Look for brackets or dashes that were typed by accident.',
      );
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
