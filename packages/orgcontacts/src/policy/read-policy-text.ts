import { compareText } from '../contact/compare-text.ts';
import { type Diagnostic, makeDiagnostic } from '../diagnostic/diagnostic.ts';
import { diagnoseIssue } from './diagnose-issue.ts';
import { diagnoseYaml, isUnreadable } from './diagnose-yaml.ts';
import type { Draft } from './draft.ts';
import { findDeepNesting } from './find-deep-nesting.ts';
import { flattenIssues, type Issue } from './flatten-issues.ts';
import { weighWarnings } from './lint-settings.ts';
import { readDraft } from './read-draft.ts';
import { noReferences, type ReadReference } from './read-field.ts';
import { rules } from './rules/index.ts';
import { policySchema } from './schema.ts';
import { placeInText, readYaml, valuesIn } from './source.ts';

/** What a policy is read against: the world outside its text. */
export interface ParseOptions {
  /** Gives the values of `${env:…}` and `${file:…}`; without it every reference is missing. Called once for each reference. */
  readonly readReference?: ReadReference;
  /** Today, in milliseconds since the epoch: without it nobody is told that a review is overdue. */
  readonly now?: number;
}

/** Four mebibytes: room for 40,000 assignments, and an end to what a slip can feed to the parser. Own choice. */
export const mostCharacters = 4 * 1024 * 1024;

/** A policy file as far as it could be read, and everything that is wrong with it. */
export interface ReadPolicyText {
  /** Undefined when YAML itself could not be read. */
  readonly draft?: Draft;
  /** In the order of the file, weighed as the policy says. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the text of a policy file as far as it goes. Never throws. */
export const readPolicyText = (text: string, file: string, options: ParseOptions): ReadPolicyText => {
  const { readReference = noReferences, now } = options;
  const unfit = refuseUnread(text, file);
  if (unfit) return { diagnostics: [unfit] };
  const { source, documents } = readYaml(text, file);
  const yaml = diagnoseYaml(source, documents);
  if (isUnreadable(documents)) return { diagnostics: inOrder(yaml) };
  const values = valuesIn(source);
  if (values.kind === 'unresolved') return { diagnostics: inOrder([...yaml, values.diagnostic]) };
  const issues = issuesIn(values.raw);
  const draft = readDraft(source, { values: values.raw, issues, readReference });
  const found = [
    ...yaml,
    ...issues.flatMap((issue) => diagnoseIssue(source, issue)),
    ...rules.flatMap((rule) => rule(draft, now)),
  ];
  return { draft, diagnostics: inOrder(weighWarnings(found, draft.lint)) };
};

const issuesIn = (raw: unknown): readonly Issue[] => {
  const parsed = policySchema.safeParse(raw, { reportInput: true });
  return parsed.success ? [] : flattenIssues(parsed.error.issues);
};

/** What has to be refused before it is parsed, since parsing it could end the process. */
const refuseUnread = (text: string, file: string): Diagnostic | undefined => {
  if (text.length > mostCharacters) {
    const message = `The file has ${text.length} characters; at most ${mostCharacters} are read.`;
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
    .filter(({ code, message, place }) => {
      const key = `${code} ${place.line}:${place.column} ${message}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort(byPlace);
};

const byPlace = (one: Diagnostic, other: Diagnostic): number =>
  one.place.line - other.place.line || one.place.column - other.place.column || compareText(one.code, other.code);
