import { z } from 'zod';
import { isConditionOperator, parseConditionOperator } from './condition-operators.ts';
import type { Patterns, PolicyStatement } from './policy-document.ts';

/**
 * What a policy is for. Only a trust policy names principals, and only it has no resources (AWS docs: IAM policy grammar); the values of
 * conditions are not checked in a session policy (observed on live AWS).
 */
export type PolicyUse = 'identity' | 'trust' | 'session';

/** One thing, or a list of some. */
export const oneOrMore = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item).min(1));

/** A service and the name of an action, in which wildcards may stand, or everything. */
const action = z
  .string()
  .regex(/^(\*|\*:\*|[\w-]+:[\w*?-]+)$/, 'an action is a service and a name, as account:GetAlternateContact, or *');

/** AWS completes an ARN that was left incomplete (AWS docs: IAM policy elements, Resource). */
const resource = z
  .string()
  .regex(/^(\*$|arn:)/, 'a resource is an ARN or *')
  .transform((pattern) => {
    const parts = pattern.replaceAll(/\$\{[^}]*\}/g, '').split(':').length;
    return pattern === '*' ? pattern : pattern + ':*'.repeat(Math.max(0, 6 - parts));
  });

/** Accounts, users, roles, sessions, unique ids and everybody; never a part of a name (AWS docs: IAM policy elements, Principal). */
const awsPrincipal = z
  .string()
  .regex(
    /^(\*|\d{12}|A[A-Z0-9]{15,127}|arn:aws[\w-]*:iam::\d{12}:(root|(user|role)\/[\w+=,.@/-]+)|arn:aws[\w-]*:sts::\d{12}:(assumed-role|federated-user)\/[\w+=,.@/-]+)$/,
    'a principal is *, an account id or the ARN of an account, user, role or session',
  );

/** No caller of the emulator is a service, or comes from another identity provider. */
const principal = z.union([
  z.literal('*').transform(() => ['*']),
  z
    .strictObject({
      AWS: oneOrMore(awsPrincipal).optional(),
      Service: oneOrMore(z.string()).optional(),
      Federated: oneOrMore(z.string()).optional(),
      CanonicalUser: oneOrMore(z.string()).optional(),
    })
    .transform(({ AWS }) => AWS ?? []),
]);

const conditionValues = z
  .union([z.string(), z.boolean(), z.number(), z.array(z.union([z.string(), z.boolean(), z.number()]))])
  .transform((value) => [value].flat().map(String));

const conditionsFor = (use: PolicyUse) =>
  z
    .record(
      z.string().refine(isConditionOperator, 'there is no such condition operator'),
      z.record(z.string(), conditionValues),
    )
    .transform((byOperator) =>
      Object.entries(byOperator).flatMap(([operator, byKey]) =>
        Object.entries(byKey).map(([key, values]) => ({ operator, key, values })),
      ),
    )
    .superRefine((conditions, context) => {
      for (const { operator, values } of conditions) {
        const wrong = values.find((value) => !accepts(operator, value, use));
        if (wrong !== undefined) context.addIssue({ code: 'custom', message: `${operator} cannot compare ${wrong}` });
      }
    });

/** Whether an operator can compare with a value; what a variable will hold is not known. */
const accepts = (operator: string, value: string, use: PolicyUse): boolean =>
  value.includes('${') ||
  (use === 'session' && !operator.includes('Binary')) ||
  parseConditionOperator(operator)?.accepts?.(value) !== false;

/** How a statement is written in a policy for some use, and what it comes to. */
export const statementFor = (use: PolicyUse) => {
  const raw = z.strictObject({
    Sid: z
      .string()
      .regex(/^[A-Za-z0-9]*$/, 'a Sid is letters and digits')
      .optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Action: oneOrMore(action).optional(),
    NotAction: oneOrMore(action).optional(),
    Resource: oneOrMore(resource).optional(),
    NotResource: oneOrMore(resource).optional(),
    Principal: principal.optional(),
    NotPrincipal: principal.optional(),
    Condition: conditionsFor(use).optional(),
  });
  return raw.transform(({ Sid, ...written }, context): PolicyStatement & { readonly sid?: string } => {
    const actions = oneOf(written.Action, written.NotAction);
    const resources = oneOf(written.Resource, written.NotResource);
    const principals = oneOf(written.Principal, written.NotPrincipal);
    const wrong = problemWith(use, written, { actions, resources, principals });
    if (wrong !== undefined) context.addIssue({ code: 'custom', message: wrong });
    return {
      ...(Sid !== undefined && Sid !== '' && { sid: Sid }),
      effect: written.Effect,
      actions: actions ?? everything,
      resources: resources ?? everything,
      ...(principals && { principals }),
      conditions: written.Condition ?? [],
    };
  });
};

const everything: Patterns = { kind: 'these', patterns: ['*'] };

const oneOf = (these: readonly string[] | undefined, allBut: readonly string[] | undefined): Patterns | undefined => {
  if (these && !allBut) return { kind: 'these', patterns: these };
  return allBut && !these ? { kind: 'all-but', patterns: allBut } : undefined;
};

type Found = Readonly<Record<'actions' | 'resources' | 'principals', Patterns | undefined>>;

const problemWith = (use: PolicyUse, written: object, found: Found): string | undefined => {
  const names = Object.entries(written).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const has = (element: string): boolean => names.includes(element) || names.includes(`Not${element}`);
  if (!found.actions) return 'it needs either Action or NotAction';
  if (use === 'trust') {
    if (has('Resource')) return 'a trust policy cannot have a resource';
    return found.principals ? undefined : 'a trust policy needs a principal';
  }
  if (has('Principal')) return 'it cannot have a principal';
  return found.resources ? undefined : 'it needs either Resource or NotResource';
};
