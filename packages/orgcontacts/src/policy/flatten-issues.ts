import type { z } from 'zod';

export type Issue = z.core.$ZodIssue;

/** Replaces the failure of a choice by what is wrong with the branch that was evidently meant, so that a slip is told where it is. */
export const flattenIssues = (issues: readonly Issue[]): readonly Issue[] =>
  issues.flatMap((issue) => (issue.code === 'invalid_union' ? flattenUnion(issue) : [issue]));

const flattenUnion = (issue: Extract<Issue, { code: 'invalid_union' }>): readonly Issue[] => {
  const meant = issue.errors.find((branch) =>
    branch.every(({ path, code }) => path.length > 0 || !isKindMismatch(code)),
  );
  if (!meant) return [issue];
  return flattenIssues(meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })));
};

const isKindMismatch = (code: Issue['code']): boolean => code === 'invalid_type' || code === 'invalid_value';
