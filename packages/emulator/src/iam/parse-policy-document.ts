import { z } from 'zod';
import { isConditionOperator } from './condition-operators.ts';
import type { Patterns, PolicyDocument, PolicyStatement } from './policy-document.ts';

/** A policy read, or why it cannot be. */
export type ReadPolicyDocument =
  | { readonly kind: 'policy'; readonly policy: PolicyDocument }
  | { readonly kind: 'malformed'; readonly because: string };

/** What a policy is for: only a trust policy names principals, and only it has no resources (AWS docs: IAM policy grammar). */
export type PolicyUse = 'identity' | 'trust';

/** Reads a policy from JSON text or from what JSON text holds. Never throws. */
export const parsePolicyDocument = (raw: unknown, use: PolicyUse = 'identity'): ReadPolicyDocument => {
  const data = typeof raw === 'string' ? parseJson(raw) : raw;
  if (data === undefined) return { kind: 'malformed', because: 'it is no JSON' };
  const parsed = grammars[use].safeParse(data);
  if (parsed.success) return { kind: 'policy', policy: parsed.data };
  const [issue] = parsed.error.issues;
  return { kind: 'malformed', because: `${issue?.path.join('.') || 'the policy'}: ${issue?.message}` };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const oneOrMore = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value));

const action = oneOrMore.refine(
  (patterns) => patterns.every((pattern) => pattern === '*' || /^[\w-]+:[\w*?-]+$/.test(pattern)),
  'an action is a service and a name, as account:GetAlternateContact, or *',
);

const principal = z.union([
  z.literal('*').transform(() => ['*']),
  z
    .partialRecord(z.enum(['AWS', 'Service', 'Federated', 'CanonicalUser']), oneOrMore)
    .transform((byKind) => Object.values(byKind).flatMap((each) => each ?? [])),
]);

const conditionValues = z
  .union([z.string(), z.boolean(), z.number(), z.array(z.union([z.string(), z.boolean(), z.number()]))])
  .transform((value) => (Array.isArray(value) ? value : [value]).map(String));

const conditions = z
  .record(
    z.string().refine(isConditionOperator, 'there is no such condition operator'),
    z.record(z.string(), conditionValues),
  )
  .transform((byOperator) =>
    Object.entries(byOperator).flatMap(([operator, byKey]) =>
      Object.entries(byKey).map(([key, values]) => ({ operator, key, values })),
    ),
  );

const statement = z.strictObject({
  Sid: z
    .string()
    .regex(/^[A-Za-z0-9 ]*$/, 'a Sid is letters and digits')
    .optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: action.optional(),
  NotAction: action.optional(),
  Resource: oneOrMore.optional(),
  NotResource: oneOrMore.optional(),
  Principal: principal.optional(),
  NotPrincipal: principal.optional(),
  Condition: conditions.optional(),
});

type RawStatement = z.infer<typeof statement>;

const oneOf = (these: readonly string[] | undefined, allBut: readonly string[] | undefined): Patterns | undefined => {
  if (these && !allBut) return { kind: 'these', patterns: these };
  return allBut && !these ? { kind: 'all-but', patterns: allBut } : undefined;
};

const everything: Patterns = { kind: 'these', patterns: ['*'] };

const grammarFor = (use: PolicyUse) => {
  const complete = statement.transform((raw, context): PolicyStatement => {
    const actions = oneOf(raw.Action, raw.NotAction);
    const resources = use === 'trust' ? everything : oneOf(raw.Resource, raw.NotResource);
    const principals = oneOf(raw.Principal, raw.NotPrincipal);
    const wrong = problemWith(raw, use, { actions, resources, principals });
    if (wrong !== undefined) context.addIssue({ code: 'custom', message: wrong });
    return {
      effect: raw.Effect,
      actions: actions ?? everything,
      resources: resources ?? everything,
      ...(principals && { principals }),
      conditions: raw.Condition ?? [],
    };
  });
  return z
    .strictObject({
      Version: z.enum(['2012-10-17', '2008-10-17']).default('2008-10-17'),
      Id: z.string().optional(),
      Statement: z
        .union([complete, z.array(complete).min(1)])
        .transform((value) => (Array.isArray(value) ? value : [value])),
    })
    .transform(
      ({ Version, Statement }): PolicyDocument => ({
        statements: Statement,
        hasVariables: Version === '2012-10-17',
      }),
    );
};

const problemWith = (
  raw: RawStatement,
  use: PolicyUse,
  found: Readonly<Record<'actions' | 'resources' | 'principals', Patterns | undefined>>,
): string | undefined => {
  if (!found.actions) return 'it needs either Action or NotAction';
  if (!found.resources) return 'it needs either Resource or NotResource';
  const names = { resource: raw.Resource ?? raw.NotResource, principal: raw.Principal ?? raw.NotPrincipal };
  if (use === 'identity') return names.principal ? 'it cannot have a principal' : undefined;
  if (names.resource) return 'a trust policy cannot have a resource';
  return found.principals ? undefined : 'a trust policy needs a principal';
};

const grammars = { identity: grammarFor('identity'), trust: grammarFor('trust') } as const;
