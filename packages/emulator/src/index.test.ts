import { describe, expect, it } from 'vitest';
import { evaluate, type PolicyDocument, parsePolicyDocument } from './index.ts';

/** What somebody writes who has documents as JSON text and nothing else. */
const read = (json: string): PolicyDocument => {
  const parsed = parsePolicyDocument(json);
  if (parsed.kind === 'malformed') throw new Error(parsed.because);
  return parsed.policy;
};

const onlySecurity = read(`{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Action": "account:PutAlternateContact",
    "Resource": "arn:aws:account::111122223333:account/o-exampleorgid/*",
    "Condition": { "ForAllValues:StringEquals": { "account:AlternateContactTypes": ["SECURITY"] } }
  }]
}`);

const guard = read(`{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "*", "Resource": "*" },
    {
      "Effect": "Deny",
      "Action": "account:*",
      "Resource": "*",
      "Condition": { "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/Contacts" } }
    }
  ]
}`);

const write = (type: string, role: string) => ({
  action: 'account:PutAlternateContact',
  resource: 'arn:aws:account::111122223333:account/o-exampleorgid/444455556666',
  keys: {
    'account:AlternateContactTypes': [type],
    'aws:PrincipalArn': `arn:aws:iam::222233334444:role/${role}`,
  },
});

describe('evaluate, from outside', () => {
  it.each([
    ['SECURITY', 'Contacts', { kind: 'allowed' }],
    ['BILLING', 'Contacts', { kind: 'denied', isExplicit: false, by: 'identity' }],
    ['SECURITY', 'Other', { kind: 'denied', isExplicit: true, by: 'service-control' }],
  ])('decides %s by %s from JSON documents', (type, role, decision) => {
    const policies = { identity: [onlySecurity], serviceControl: [[guard]] };
    expect(evaluate(write(type, role), policies)).toEqual(decision);
  });

  it('is told why a document is none', () => {
    expect(parsePolicyDocument('{ "Statement": { "Effect": "Allow", "Action": "*" } }')).toEqual({
      kind: 'malformed',
      because: 'Statement.0: it needs either Resource or NotResource',
    });
  });
});
