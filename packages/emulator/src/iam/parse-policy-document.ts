import { z } from 'zod';
import type { PolicyDocument } from './policy-document.ts';
import { repeatedElement } from './repeated-element.ts';
import { oneOrMore, type PolicyUse, statementFor } from './statement-grammar.ts';

/** A policy read, or why it cannot be. */
export type ReadPolicyDocument =
  | { readonly kind: 'policy'; readonly policy: PolicyDocument }
  | { readonly kind: 'malformed'; readonly because: string };

export type { PolicyUse };

/**
 * Reads a policy from JSON text, or from what JSON text holds: an identity policy, permissions boundary or service control policy
 * unless `use` says that it is a trust or a session policy. Tells where and why a document is none. Never throws.
 *
 * @example
 * const read = parsePolicyDocument('{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } }');
 * if (read.kind === 'policy') evaluate(request, { identity: [read.policy] });
 */
export const parsePolicyDocument = (raw: unknown, use: PolicyUse = 'identity'): ReadPolicyDocument => {
  const data = typeof raw === 'string' ? parseJson(raw) : raw;
  if (data === undefined) return { kind: 'malformed', because: 'it is no JSON' };
  const repeated = typeof raw === 'string' ? repeatedElement(raw) : undefined;
  if (repeated !== undefined) return { kind: 'malformed', because: `the element ${repeated} stands here twice` };
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

const grammarFor = (use: PolicyUse) =>
  z
    .strictObject({
      Version: z.enum(['2012-10-17', '2008-10-17']).default('2008-10-17'),
      Id: z.string().optional(),
      Statement: oneOrMore(statementFor(use)).superRefine((statements, context) => {
        const sids = statements.flatMap(({ sid }) => sid ?? []);
        // AWS docs: IAM policy elements, Sid.
        const twice = sids.find((sid, index) => sids.indexOf(sid) < index);
        if (twice !== undefined) context.addIssue({ code: 'custom', message: `the Sid ${twice} stands here twice` });
      }),
    })
    .transform(
      ({ Version, Statement }): PolicyDocument => ({
        statements: Statement.map(({ sid, ...statement }) => statement),
        hasVariables: Version === '2012-10-17',
      }),
    );

const grammars = {
  identity: grammarFor('identity'),
  trust: grammarFor('trust'),
  session: grammarFor('session'),
} as const;
