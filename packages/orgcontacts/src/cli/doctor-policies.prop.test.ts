import fc from 'fast-check';
import { evaluate, type PolicyDocument, parsePolicyDocument } from 'orgcontacts-emulator';
import { expect, it } from 'vitest';
import { judgeCall } from '../doctor/control-policies/judge-call.ts';

const action = fc.constantFrom(
  'account:*',
  'account:Put*',
  'account:PutAlternateContact',
  'ACCOUNT:getalternatecontact',
  '*',
  's3:*',
  'organizations:*',
);
const resource = fc.constantFrom(
  '*',
  'arn:aws:account::*:account',
  'arn:aws:account::111122223333:account/o-exampleorgid/*',
  'arn:aws:account::${aws:PrincipalAccount}:account',
  'arn:aws:s3:::bucket',
);
const quantifier = fc.constantFrom('', 'ForAnyValue:', 'ForAllValues:');
const operator = fc.constantFrom(
  ...['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIgnoreCase'],
  ...['StringNotEqualsIgnoreCase', 'StringNotEqualsIfExists', 'StringEqualsIfExists'],
);
const regions = fc.constantFrom('us-east-1', 'US-EAST-1', 'us-*', 'eu-west-1', '${aws:PrincipalTag/region}');
const arns = fc.constantFrom(
  'arn:aws:iam::*:user/mary',
  'arn:aws:iam::*:role/Contacts',
  'arn:aws:iam::222233334444:user/*',
  'arn:*',
  '*',
);
const types = fc.constantFrom('SECURITY', 'BILLING', 'security');

const oneOrMore = (values: fc.Arbitrary<string>) => fc.oneof(values, fc.array(values, { minLength: 1, maxLength: 3 }));
const test = (name: fc.Arbitrary<string>, key: string, values: fc.Arbitrary<string>) =>
  fc.tuple(name, oneOrMore(values)).map(([each, given]) => ({ [each]: { [key]: given } }));
const joined = fc.tuple(quantifier, operator).map((parts) => parts.join(''));

/** Conditions about what is known of a call, and about what only AWS knows. */
const condition = fc.oneof(
  test(operator, 'aws:RequestedRegion', regions),
  test(fc.constantFrom('ArnLike', 'ArnNotLike', 'ArnEquals', 'ArnNotEquals'), 'aws:PrincipalArn', arns),
  test(joined, 'account:AlternateContactTypes', types),
  test(operator, 'aws:PrincipalTag/team', fc.constantFrom('payments', 'ops')),
  test(fc.constant('Null'), 'aws:PrincipalTag/team', fc.constantFrom('true', 'false')),
  test(fc.constant('Null'), 'aws:RequestedRegion', fc.constantFrom('true', 'false')),
  test(fc.constant('Bool'), 'aws:SecureTransport', fc.constantFrom('true', 'false')),
  fc.constant(undefined),
);

const statement = fc
  .record({
    Effect: fc.constantFrom('Allow', 'Deny'),
    actions: fc.tuple(fc.constantFrom('Action', 'NotAction'), oneOrMore(action)),
    resources: fc.tuple(fc.constantFrom('Resource', 'Resource', 'NotResource'), oneOrMore(resource)),
    Condition: condition,
  })
  .map(({ Effect, actions, resources, Condition }) => ({
    Effect,
    [actions[0]]: actions[1],
    [resources[0]]: resources[1],
    ...(Condition && { Condition }),
  }));
const content = fc
  .array(statement, { minLength: 1, maxLength: 3 })
  .map((Statement) => JSON.stringify({ Version: '2012-10-17', Statement }));
const way = fc.array(fc.array(content, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });

const parsed = (text: string): PolicyDocument => {
  const read = parsePolicyDocument(text);
  if (read.kind === 'malformed') throw new Error(read.because);
  return read.policy;
};
const everything = parsed('{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}');

/** What is known of a call, and the rest that only AWS knows. */
const calls = fc.record({
  action: fc.constantFrom('account:PutAlternateContact', 'account:GetAlternateContact'),
  resource: fc.constantFrom(
    'arn:aws:account::222233334444:account',
    'arn:aws:account::111122223333:account/o-exampleorgid/444455556666',
  ),
  type: fc.constantFrom('SECURITY', 'BILLING'),
  hidden: fc.record({ 'aws:PrincipalTag/team': fc.constantFrom('payments', 'ops') }, { requiredKeys: [] }),
});

it('never says of service control policies what their evaluation contradicts, whatever it does not know', () => {
  const kinds = new Map<string, number>();
  fc.assert(
    fc.property(way, calls, (documents, { action: called, resource: about, type, hidden }) => {
      const known = { 'aws:RequestedRegion': 'us-east-1', 'aws:PrincipalArn': 'arn:aws:iam::222233334444:user/mary' };
      const verdict = judgeCall(
        documents.map((texts, step) => ({
          targetId: `step ${step}`,
          policies: texts.map((text, index) => ({ id: `p-${step}-${index}`, name: 'guard', content: text })),
        })),
        {
          action: called,
          resource: about,
          keys: {
            'aws:requestedregion': known['aws:RequestedRegion'],
            'aws:principalarn': known['aws:PrincipalArn'],
            'account:alternatecontacttypes': type,
          },
        },
      );
      kinds.set(verdict.kind, (kinds.get(verdict.kind) ?? 0) + 1);
      const decision = evaluate(
        {
          action: called,
          resource: about,
          keys: {
            ...known,
            ...hidden,
            'account:AlternateContactTypes': [type],
            'aws:PrincipalAccount': '222233334444',
            'aws:SecureTransport': 'true',
          },
        },
        { identity: [everything], serviceControl: documents.map((texts) => texts.map(parsed)) },
      );
      if (verdict.kind === 'allows') expect(decision.kind).toBe('allowed');
      if (verdict.kind === 'denies') expect(decision).toMatchObject({ kind: 'denied', isExplicit: true });
      if (verdict.kind === 'lacks-allow') expect(decision.kind).toBe('denied');
    }),
    { numRuns: 2_000 },
  );
  for (const kind of ['allows', 'denies', 'lacks-allow', 'depends']) expect(kinds.get(kind), kind).toBeGreaterThan(20);
});
