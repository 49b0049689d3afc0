import type { z } from 'zod';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { diagnoseIssue } from './diagnose-issue.ts';
import type { Draft, Part, RawSelector } from './draft.ts';
import { flattenIssues } from './flatten-issues.ts';
import { modes } from './policy.ts';
import { assignmentSchema, conditionsSchema, contactSchema, policySchema } from './schema.ts';
import type { Path, Source } from './source.ts';

/** Reads the parts of a document that have the right structure, and diagnoses the others. */
export const readDraft = (source: Source): { readonly draft: Draft; readonly diagnostics: readonly Diagnostic[] } => {
  const raw: unknown = source.document.toJS({ maxAliasCount: 100 });
  const whole = policySchema.safeParse(raw);
  const issues = whole.success ? [] : flattenIssues(whole.error.issues, raw);
  const root = recordOf(raw);
  const contacts = recordOf(root['contacts']);
  return {
    diagnostics: issues.flatMap((issue) => diagnoseIssue(source, issue)),
    draft: {
      source,
      mode: modes.find((mode) => mode === root['mode']),
      contactNames: Object.keys(contacts),
      contacts: readParts(Object.entries(contacts), ['contacts'], contactSchema),
      assignments: readParts(listOf(root['assignments']).entries(), ['assignments'], assignmentSchema),
      exclude: readSelectors(listOf(root['exclude'])),
      whole: whole.success,
    },
  };
};

const readParts = <Schema extends z.ZodType>(
  entries: Iterable<readonly [PropertyKey, unknown]>,
  at: Path,
  schema: Schema,
): Part<z.infer<Schema>>[] =>
  [...entries].flatMap(([key, value]) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? [{ path: [...at, key], value: parsed.data }] : [];
  });

const readSelectors = (items: readonly unknown[]): Part<RawSelector>[] =>
  items.flatMap((item, index): Part<RawSelector>[] => {
    const path = ['exclude', index];
    if (item === 'all') return [{ path, value: 'all' }];
    const parsed = conditionsSchema.safeParse(item);
    return parsed.success ? [{ path, value: parsed.data }] : [];
  });

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  // A mapping of YAML becomes an object with text keys; lists are told apart here.
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
