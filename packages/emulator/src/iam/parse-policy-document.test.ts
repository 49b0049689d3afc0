import { describe, expect, it } from 'vitest';
import { type PolicyUse, parsePolicyDocument } from './parse-policy-document.ts';
import type { PolicyDocument } from './policy-document.ts';

const statement = { Effect: 'Allow', Action: 'account:*', Resource: '*' };
const version = '2012-10-17';

const read = (raw: unknown, use?: PolicyUse): PolicyDocument => {
  const parsed = parsePolicyDocument(raw, use);
  if (parsed.kind === 'malformed') throw new Error(parsed.because);
  return parsed.policy;
};

const fault = (raw: unknown, use?: PolicyUse): string => {
  const parsed = parsePolicyDocument(raw, use);
  return parsed.kind === 'malformed' ? parsed.because : 'nothing';
};

const withStatement = (fields: object) => ({ Version: version, Statement: [{ ...statement, ...fields }] });

const trusting = (fields: object) => ({
  Version: version,
  Statement: [
    { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'sts:AssumeRole', ...fields },
  ],
});

describe('a policy document', () => {
  it('comes to the same from an object and from its text', () => {
    const raw = withStatement({});
    expect(read(JSON.stringify(raw))).toEqual(read(raw));
    expect(read(raw)).toEqual({
      hasVariables: true,
      statements: [
        {
          effect: 'Allow',
          actions: { kind: 'these', patterns: ['account:*'] },
          resources: { kind: 'these', patterns: ['*'] },
          conditions: [],
        },
      ],
    });
  });

  it('may have one statement, or a list of them; one value, or a list of them', () => {
    expect(read({ Version: version, Statement: statement })).toEqual(
      read({ Version: version, Statement: [statement] }),
    );
    expect(read(withStatement({ Action: ['account:*'], Resource: ['*'] }))).toEqual(read(withStatement({})));
  });

  it('has variables in the version of 2012 only, and is of 2008 without a version', () => {
    expect(read({ Statement: statement }).hasVariables).toBe(false);
    expect(read({ Version: '2008-10-17', Statement: statement }).hasVariables).toBe(false);
    expect(read({ Version: version, Id: 'any', Statement: statement }).hasVariables).toBe(true);
  });

  it('names everything but some actions or resources', () => {
    const { statements } = read({
      Version: version,
      Statement: { Effect: 'Deny', NotAction: 'account:Get*', NotResource: ['arn:aws:account::111122223333:account'] },
    });
    expect(statements[0]).toMatchObject({
      actions: { kind: 'all-but', patterns: ['account:Get*'] },
      resources: { kind: 'all-but', patterns: ['arn:aws:account::111122223333:account'] },
    });
  });

  it('has one condition for each operator and key, with its values as text', () => {
    const { statements } = read(
      withStatement({
        Condition: {
          Bool: { 'aws:SecureTransport': true },
          NumericLessThan: { 'aws:x': [5, '6'] },
          StringEquals: { 'aws:a': 'x', 'aws:b': ['y', 'z'] },
        },
      }),
    );
    expect(statements[0]?.conditions).toEqual([
      { operator: 'Bool', key: 'aws:SecureTransport', values: ['true'] },
      { operator: 'NumericLessThan', key: 'aws:x', values: ['5', '6'] },
      { operator: 'StringEquals', key: 'aws:a', values: ['x'] },
      { operator: 'StringEquals', key: 'aws:b', values: ['y', 'z'] },
    ]);
  });

  it('has every part of an ARN that was left out completed by a star', () => {
    const patternsOf = (Resource: string) => read(withStatement({ Resource })).statements[0]?.resources.patterns;
    expect(patternsOf('arn:aws:sqs')).toEqual(['arn:aws:sqs:*:*:*']);
    expect(patternsOf('arn:aws:account::111122223333')).toEqual(['arn:aws:account::111122223333:*']);
    expect(patternsOf('arn:aws:account::*:account')).toEqual(['arn:aws:account::*:account']);
    expect(patternsOf('arn:aws:iam::${aws:PrincipalAccount}:user/${aws:username}')).toEqual([
      'arn:aws:iam::${aws:PrincipalAccount}:user/${aws:username}',
    ]);
  });
});

describe('what is no policy document', () => {
  it.each([
    ['no JSON', '{', 'it is no JSON'],
    ['nothing', undefined, 'it is no JSON'],
    ['null', 'null', 'the policy: '],
    ['a list', [], 'the policy: '],
    ['a text in JSON', '"x"', 'the policy: '],
    ['an empty object', {}, 'Statement: '],
    ['no statements', { Version: version, Statement: [] }, 'Statement: '],
    ['a statement that is none', { Version: version, Statement: [5] }, 'Statement.0: '],
    ['another version', { Version: '2013-01-01', Statement: statement }, 'Version: '],
    ['an unknown element', { Version: version, Statement: statement, Extra: 1 }, 'the policy: '],
    ['an element in another case', { version, Statement: statement }, 'the policy: '],
    ['an unknown element of a statement', withStatement({ Extra: 1 }), 'Statement.0: '],
    ['no effect', withStatement({ Effect: undefined }), 'Statement.0.Effect: '],
    ['an effect in another case', withStatement({ Effect: 'allow' }), 'Statement.0.Effect: '],
    ['no action', withStatement({ Action: undefined }), 'Statement.0: it needs either Action or NotAction'],
    ['both', withStatement({ NotAction: 'account:*' }), 'Statement.0: it needs either Action or NotAction'],
    ['an empty list of actions', withStatement({ Action: [] }), 'Statement.0.Action: '],
    ['an action without its service', withStatement({ Action: 'GetAlternateContact' }), 'Statement.0.Action.0: '],
    ['a service with a star', withStatement({ Action: 'acc*:Get*' }), 'Statement.0.Action.0: '],
    ['an action with nothing after its service', withStatement({ Action: 'account:' }), 'Statement.0.Action.0: '],
    ['no resource', withStatement({ Resource: undefined }), 'Statement.0: it needs either Resource or NotResource'],
    ['a resource that is no ARN', withStatement({ Resource: 'account' }), 'Statement.0.Resource.0: '],
    ['an empty resource', withStatement({ Resource: '' }), 'Statement.0.Resource.0: '],
    ['a principal', withStatement({ Principal: '*' }), 'Statement.0: it cannot have a principal'],
    ['a Sid with a blank', withStatement({ Sid: 'two words' }), 'Statement.0.Sid: '],
    ['an unknown operator', withStatement({ Condition: { StringIs: { 'aws:a': 'x' } } }), 'Statement.0.Condition'],
    ['a condition without keys', withStatement({ Condition: { StringEquals: 'x' } }), 'Statement.0.Condition'],
    ['a condition with an object', withStatement({ Condition: { Bool: { a: {} } } }), 'Statement.0.Condition'],
  ])('%s', (_, raw, because) => {
    expect(fault(raw)).toContain(because);
  });

  it.each(['*', '*:*', 'account:*', 'ACCOUNT:get*', 'sts:AssumeRole', 'execute-api:?nvoke'])(
    'but %s is an action',
    (Action) => expect(fault(withStatement({ Action }))).toBe('nothing'),
  );

  it('a Sid stands once in a policy', () => {
    const twice = {
      Version: version,
      Statement: [
        { ...statement, Sid: 'One' },
        { ...statement, Sid: 'One' },
      ],
    };
    expect(fault(twice)).toBe('Statement: the Sid One stands here twice');
    expect(fault({ Version: version, Statement: [statement, statement] })).toBe('nothing');
  });

  it.each([
    '{"Version":"2012-10-17","Version":"2012-10-17","Statement":[]}',
    '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Effect":"Deny"}}',
    '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"a":"true","\\u0061":"false"}}}}',
  ])('an element stands once: %s', (text) => {
    expect(fault(text)).toMatch(/^the element \w+ stands here twice$/);
  });

  it('the same element may stand in two statements, and a key may look like text', () => {
    const text = JSON.stringify({
      Version: version,
      Statement: [
        statement,
        { ...statement, Sid: 'a', Condition: { StringEquals: { 'a:b': '"Effect": {"', 'a:c': '\\' } } },
      ],
    });
    expect(fault(text)).toBe('nothing');
  });
});

describe('the values of a condition', () => {
  const values: readonly (readonly [operator: string, value: string | boolean])[] = [
    ['NumericEquals', 'NaN'],
    ['NumericEquals', 'no-number'],
    ['DateEquals', 'not-a-date'],
    ['ArnLike', 'not-an-arn'],
    ['IpAddress', 'not-an-ip'],
  ];
  const conditioned = (operator: string, value: unknown) =>
    withStatement({ Condition: { [operator]: { 'aws:RequestTag/value': value } } });

  // Observed on live AWS, IAM policies and session policies alike.
  it.each(values)('are checked in a policy that is stored, and not in a session policy: %s %j', (operator, value) => {
    expect(fault(conditioned(operator, value))).toContain('Statement.0.Condition');
    expect(fault(conditioned(`ForAnyValue:${operator}IfExists`, ['*', value]))).toContain('Statement.0.Condition');
    expect(fault(conditioned(operator, value), 'session')).toBe('nothing');
  });

  it.each([
    ['NumericEquals', '01'],
    ['Bool', 'TRUE'],
    ['Bool', 'yes'],
    ['Null', 'yes'],
    ['ArnLike', 'arn:aws:iam::*:role/${aws:username}'],
    ['ArnLike', '${aws:PrincipalArn}'],
    ['BinaryEquals', 'YQ=='],
    ['DateLessThan', '2030-01-01T00:00:00Z'],
    ['IpAddress', ['192.0.2.0/24', '2001:db8::/32']],
  ])('%s %j is accepted', (operator, value) => {
    expect(fault(conditioned(operator, value))).toBe('nothing');
  });

  // Observed on live AWS.
  it('have to be base64 for BinaryEquals, in a session policy too', () => {
    expect(fault(conditioned('BinaryEquals', 'no-binary'))).toContain('Statement.0.Condition');
    expect(fault(conditioned('BinaryEquals', 'no-binary'), 'session')).toContain('Statement.0.Condition');
  });
});

describe('a trust policy', () => {
  it('names principals and no resource', () => {
    expect(read(trusting({}), 'trust').statements[0]).toEqual({
      effect: 'Allow',
      actions: { kind: 'these', patterns: ['sts:AssumeRole'] },
      resources: { kind: 'these', patterns: ['*'] },
      principals: { kind: 'these', patterns: ['arn:aws:iam::111122223333:root'] },
      conditions: [],
    });
  });

  it.each([
    ['everybody', '*', ['*']],
    ['everybody of AWS', { AWS: '*' }, ['*']],
    [
      'several',
      { AWS: ['111122223333', 'arn:aws:iam::111122223333:user/mary'] },
      ['111122223333', 'arn:aws:iam::111122223333:user/mary'],
    ],
    [
      'a session',
      { AWS: 'arn:aws:sts::111122223333:assumed-role/Admin/mary' },
      ['arn:aws:sts::111122223333:assumed-role/Admin/mary'],
    ],
    // No caller of this emulator is a service or comes from another identity provider.
    ['a service', { Service: 'lambda.amazonaws.com' }, []],
    ['every service', { Service: '*' }, []],
    ['a service and an account', { Service: 'lambda.amazonaws.com', AWS: '111122223333' }, ['111122223333']],
  ])('trusts %s', (_, Principal, patterns) => {
    expect(read(trusting({ Principal }), 'trust').statements[0]?.principals?.patterns).toEqual(patterns);
  });

  it.each([
    ['no principal', trusting({ Principal: undefined }), 'Statement.0: a trust policy needs a principal'],
    ['two', trusting({ NotPrincipal: { AWS: '*' } }), 'Statement.0: a trust policy needs a principal'],
    ['a resource', trusting({ Resource: '*' }), 'Statement.0: a trust policy cannot have a resource'],
    ['a name', trusting({ Principal: { AWS: 'mary' } }), 'Statement.0.Principal'],
    [
      'a part of a name',
      trusting({ Principal: { AWS: 'arn:aws:iam::111122223333:user/m*' } }),
      'Statement.0.Principal',
    ],
    ['an unknown kind', trusting({ Principal: { Human: 'mary' } }), 'Statement.0.Principal'],
    ['a name without its kind', trusting({ Principal: '111122223333' }), 'Statement.0.Principal'],
  ])('is none with %s', (_, raw, because) => {
    expect(fault(raw, 'trust')).toContain(because);
  });
});
