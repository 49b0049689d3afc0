import fc from 'fast-check';
import type { AccessRequest } from './access-request.ts';
import { parsePolicyDocument } from './parse-policy-document.ts';
import type { PolicyDocument } from './policy-document.ts';

/** A statement as JSON holds it. */
export interface RawStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly [element: string]: unknown;
}

/** A policy as JSON holds it. */
export interface RawPolicy {
  readonly Version: string;
  readonly Statement: readonly RawStatement[];
}

/** A few actions, resources and keys, so that policies and requests meet often. */
const actions = [
  'account:GetAlternateContact',
  'account:PutAlternateContact',
  'organizations:ListAccounts',
  'sts:AssumeRole',
];
const actionPatterns = [...actions, '*', 'account:*', 'account:?et*', 'ACCOUNT:get*', 'organizations:List*'];
const resources = [
  'arn:aws:account::444455556666:account',
  'arn:aws:account::111122223333:account/o-exampleorgid/444455556666',
];
const resourcePatterns = [
  ...resources,
  ...['*', 'arn:aws:account', 'arn:aws:account::*:account', 'arn:aws:account::${aws:PrincipalAccount}:account'],
];
const words = ['team', 'Team', 'te', 'env', '', '5', '7', 'true'];
const operators = [
  ...[
    'StringEquals',
    'StringNotEquals',
    'StringEqualsIgnoreCase',
    'StringLike',
    'StringNotLikeIfExists',
    'Bool',
    'Null',
  ],
  ...[
    'ForAnyValue:StringEquals',
    'ForAllValues:StringEquals',
    'ForAnyValue:StringNotLike',
    'ForAllValues:StringNotEquals',
  ],
];
const keys = ['aws:PrincipalTag/team', 'aws:TagKeys', 'aws:PrincipalAccount', 'aws:none'];

const some = (values: readonly string[]): fc.Arbitrary<string | readonly string[]> =>
  fc.oneof(fc.constantFrom(...values), fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }));

/** An element or its opposite, as Action and NotAction. */
const either = (element: string, values: readonly string[]): fc.Arbitrary<object> =>
  fc.tuple(fc.boolean(), some(values)).map(([isNot, value]) => ({ [isNot ? `Not${element}` : element]: value }));

const anyCondition = fc.dictionary(
  fc.constantFrom(...operators),
  fc.dictionary(fc.constantFrom(...keys), some(words), { minKeys: 1, maxKeys: 2, noNullPrototype: true }),
  { maxKeys: 2, noNullPrototype: true },
);

/** Any statement of an effect, or of either. */
export const anyStatement = (...effects: readonly ('Allow' | 'Deny')[]): fc.Arbitrary<RawStatement> =>
  fc
    .tuple(
      fc.constantFrom(...(effects.length > 0 ? effects : (['Allow', 'Deny'] as const))),
      either('Action', actionPatterns),
      either('Resource', resourcePatterns),
      fc.option(anyCondition, { nil: undefined }),
    )
    .map(([Effect, action, resource, Condition]) => ({
      Effect,
      ...action,
      ...resource,
      ...(Condition !== undefined && { Condition }),
    }));

/** Any policy of one to four statements. */
export const anyPolicy = (...effects: readonly ('Allow' | 'Deny')[]): fc.Arbitrary<RawPolicy> =>
  fc.record({
    Version: fc.constantFrom('2012-10-17', '2008-10-17'),
    Statement: fc.array(anyStatement(...effects), { minLength: 1, maxLength: 4 }),
  });

/** Any request that those policies may speak of. */
export const anyRequest: fc.Arbitrary<AccessRequest> = fc.record({
  action: fc.constantFrom(...actions),
  resource: fc.constantFrom(...resources, '*'),
  keys: fc.record(
    {
      'aws:PrincipalTag/team': fc.constantFrom(...words),
      'aws:TagKeys': fc.array(fc.constantFrom(...words), { maxLength: 3 }),
      'aws:PrincipalAccount': fc.constantFrom('444455556666', '111122223333'),
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
});

/** Reads what is a policy for sure. */
export const readPolicy = (raw: unknown): PolicyDocument => {
  const read = parsePolicyDocument(raw);
  if (read.kind === 'malformed') throw new Error(`${JSON.stringify(raw)}: ${read.because}`);
  return read.policy;
};
