import { expect, it } from 'vitest';
import { matchStatement, type PolicyRequest } from './match-statement.ts';
import { readStatements } from './read-statements.ts';

const request: PolicyRequest = {
  action: 'account:PutAlternateContact',
  resource: 'arn:aws:account::111122223333:account/o-exampleorgid/444455556666',
  keys: {
    'aws:requestedregion': 'us-east-1',
    'aws:principalarn': 'arn:aws:iam::222233334444:user/mary',
    'account:alternatecontacttypes': 'SECURITY',
  },
};

const match = (statement: object) => {
  const [read] = readStatements(JSON.stringify({ Statement: { Effect: 'Deny', Action: '*', ...statement } })) ?? [];
  if (!read) throw new Error('no statement');
  return matchStatement(read, request);
};
const on = (operator: string, key: string, ...values: readonly string[]) =>
  match({ Condition: { [operator]: { [key]: values } } });

it.each([
  ['account:*', 'yes'],
  ['ACCOUNT:putalternatecontact', 'yes'],
  ['account:Put?lternateContact', 'yes'],
  ['account:Get*', 'no'],
])('matches the action %s: %s', (Action, answer) => {
  expect(match({ Action })).toBe(answer);
  expect(match({ Action: undefined, NotAction: Action })).toBe(answer === 'yes' ? 'no' : 'yes');
});

it.each([
  ['*', 'yes'],
  ['arn:aws:account::*:account/o-exampleorgid/*', 'yes'],
  ['arn:aws:account::*:account', 'no'],
  ['arn:aws:account::${aws:PrincipalAccount}:account/*', 'maybe'],
])('matches the resource %s: %s', (Resource, answer) => {
  expect(match({ Resource })).toBe(answer);
  const opposite = { yes: 'no', no: 'yes', maybe: 'maybe' }[answer];
  expect(match({ NotResource: Resource })).toBe(opposite);
});

it.each([
  ['StringEquals', ['us-east-1'], 'yes'],
  ['StringEquals', ['eu-west-1', 'us-east-1'], 'yes'],
  ['StringEquals', ['US-EAST-1'], 'no'],
  ['StringEqualsIgnoreCase', ['US-EAST-1'], 'yes'],
  ['StringNotEquals', ['eu-west-1', 'us-east-1'], 'no'],
  ['StringNotEquals', ['eu-west-1'], 'yes'],
  ['StringNotEqualsIfExists', ['eu-west-1'], 'yes'],
  ['ForAnyValue:StringLike', ['us-*'], 'yes'],
  ['ForAllValues:StringNotLike', ['us-*'], 'no'],
  ['StringLike', ['eu-*'], 'no'],
  ['StringEquals', ['${aws:PrincipalTag/region}'], 'maybe'],
  ['StringNotEquals', ['${aws:PrincipalTag/region}', 'us-east-1'], 'no'],
  ['Null', ['false'], 'yes'],
  ['Null', ['true'], 'no'],
  ['Null', ['true', 'false'], 'yes'],
  ['Null', ['True'], 'maybe'],
  ['NumericEquals', ['1'], 'maybe'],
  ['NewOperator', ['us-east-1'], 'maybe'],
])('knows the region: %s %j: %s', (operator, values, answer) => {
  expect(on(operator, 'aws:RequestedRegion', ...values)).toBe(answer);
  expect(on(operator, 'AWS:requestedregion', ...values)).toBe(answer);
});

it.each([
  ['ArnLike', 'arn:aws:iam::*:user/mary', 'yes'],
  ['ArnNotLike', 'arn:aws:iam::*:user/mary', 'no'],
  ['ArnNotEquals', 'arn:aws:iam::*:role/Contacts', 'yes'],
  ['ArnLike', 'arn:*', 'maybe'],
  ['ArnNotLike', '*', 'maybe'],
])('compares ARNs part by part: %s %s: %s', (operator, pattern, answer) => {
  expect(on(operator, 'aws:PrincipalArn', pattern)).toBe(answer);
});

it('knows what comes of a list only where a quantifier says how to take it', () => {
  expect(on('ForAnyValue:StringEquals', 'account:AlternateContactTypes', 'SECURITY')).toBe('yes');
  expect(on('ForAllValues:StringNotEquals', 'account:AlternateContactTypes', 'SECURITY')).toBe('no');
  expect(on('StringEquals', 'account:AlternateContactTypes', 'SECURITY')).toBe('maybe');
});

it('takes what is not known for something that may be so or not', () => {
  expect(on('StringEquals', 'aws:PrincipalTag/team', 'payments')).toBe('maybe');
  expect(on('Null', 'aws:PrincipalTag/team', 'true')).toBe('maybe');
});

it('needs all of a statement to match, so that one thing that does not decides', () => {
  const Condition = { StringEquals: { 'aws:RequestedRegion': 'eu-west-1', 'aws:PrincipalTag/team': 'payments' } };
  expect(match({ Condition })).toBe('no');
  expect(match({ Action: 's3:*', Condition: { Bool: { 'aws:x': 'true' } } })).toBe('no');
});
