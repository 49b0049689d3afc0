import { describe, expect, it } from 'vitest';
import { isConditionOperator, parseConditionOperator } from './condition-operators.ts';
import { holds, valuesIn } from './holds.ts';
import type { Variables } from './variables.ts';

const key = 'aws:RequestTag/value';

const met = (operator: string, wanted: string, found: string, variables?: Variables): boolean =>
  holds({ operator, key, values: [wanted] }, valuesIn({ [key]: found }), variables);

/** Rows of wanted, found and whether the operator holds; its negation says the opposite. */
type Rows = readonly (readonly [wanted: string, found: string, expected: boolean])[];

const opposites = (operator: string, negated: string, rows: Rows): void => {
  describe(`${operator} and ${negated}`, () => {
    it.each(rows)('%j wanted, %j found: %s', (wanted, found, expected) => {
      expect(met(operator, wanted, found)).toBe(expected);
      expect(met(negated, wanted, found)).toBe(!expected);
    });
  });
};

opposites('StringEquals', 'StringNotEquals', [
  ['a', 'a', true],
  ['a', 'A', false],
  ['a*', 'ab', false],
  ['', '', true],
]);

opposites('StringLike', 'StringNotLike', [
  ['a*', 'ab', true],
  ['a*', 'Ab', false],
  ['a?', 'a', false],
]);

// Observed on live AWS.
opposites('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', [
  ['prod', 'PrOd', true],
  ['prod*', 'production', false],
  ['I', '\u0131', false],
  ['i', '\u0130', false],
  ['K', '\u212a', true],
  ['s', '\u017f', false],
  ['\u00df', '\u1e9e', true],
  ['\u00df', 'SS', false],
  ['\u03a3', '\u03c2', false],
  ['\u039f\u03a3', '\u03bf\u03c2', true],
  ['\u00c9', '\u00e9', true],
]);

// Observed on live AWS.
opposites('NumericEquals', 'NumericNotEquals', [
  ['1', '1', true],
  ['1', '2', false],
  ['1', '01', true],
  ['1', '+1', true],
  ['1', '1.0', true],
  ['1', '1e0', true],
  ['01', '1', true],
  ['+1', '1', true],
  ['1.', '1', true],
  ['1', 'no-number', false],
  ['1', '', false],
  ['0', '', false],
  ['0', ' ', false],
  ['1', 'NaN', false],
  ['1', 'Infinity', false],
  ['16', '0x10', false],
  ['NaN', '1', false],
  ['no-number', 'no-number', false],
  ['9007199254740993', '9007199254740992', false],
  ['-1', '-1', true],
]);

describe('the other numeric operators', () => {
  it.each([
    ['NumericLessThan', '5', '4', true],
    ['NumericLessThan', '5', '5', false],
    ['NumericLessThan', '9007199254740993', '9007199254740992', true],
    ['NumericLessThan', '10', '9', true],
    ['NumericLessThanEquals', '5', '5', true],
    ['NumericLessThanEquals', '5', '5.5', false],
    ['NumericGreaterThan', '5', '5.5', true],
    ['NumericGreaterThan', '5', '5', false],
    ['NumericGreaterThanEquals', '5', '5', true],
    ['NumericGreaterThanEquals', '5', '4', false],
    ['NumericLessThan', '5', '', false],
    ['NumericGreaterThan', '-5', '', false],
    ['NumericLessThan', '5', 'few', false],
  ])('%s %j with %j: %s', (operator, wanted, found, expected) => {
    expect(met(operator, wanted, found)).toBe(expected);
  });
});

// Observed on live AWS, but for the last two.
opposites('DateEquals', 'DateNotEquals', [
  ['2030-01-01T00:00:00Z', '2030-01-01T00:00:00Z', true],
  ['2030-01-01T00:00:00Z', '2030-01-02T00:00:00Z', false],
  ['2030-01-01T00:00:00Z', '1893456000', true],
  ['2030-01-01T00:00:00Z', '+1893456000', true],
  ['2030-01-01T00:00:00Z', '2030-01-01', true],
  ['2030-01-01T00:00:00Z', '2030-01-01T00:00:00', true],
  ['2030-01-01T00:00:00Z', '2030-01-01T00:00:00.0001Z', true],
  ['2030-01-01T00:00:00.1231Z', '2030-01-01T00:00:00.1239Z', true],
  ['2030-01-01T00:00:00Z', 'not-a-date', false],
  ['2030-01-01T00:00:00Z', '', false],
  ['not-a-date', 'not-a-date', false],
  ['2030-01-01T00:00:00Z', '2030-01-01T02:00:00+02:00', true],
  ['2030-01-01T00:00:00Z', 'January 1, 2030 UTC', false],
]);

describe('the other date operators', () => {
  it.each([
    ['DateLessThan', '2030-01-01', '2029-12-31T23:59:59Z', true],
    ['DateLessThan', '2030-01-01', '2030-01-01', false],
    ['DateLessThanEquals', '2030-01-01', '2030-01-01', true],
    ['DateGreaterThan', '2030-01-01', '1893456001', true],
    ['DateGreaterThan', '1893456000', '2030-01-01', false],
    ['DateGreaterThanEquals', '1893456000', '2030-01-01', true],
    ['DateLessThan', '2030-01-01', 'never', false],
  ])('%s %j with %j: %s', (operator, wanted, found, expected) => {
    expect(met(operator, wanted, found)).toBe(expected);
  });
});

// Observed on live AWS: whatever is not true is false.
describe('Bool', () => {
  it.each([
    ['true', 'true', true],
    ['TRUE', 'true', true],
    ['False', 'false', true],
    ['true', 'false', false],
    ['false', 'true', false],
    ['yes', 'false', true],
    ['false', 'yes', true],
    ['true', 'yes', false],
  ])('%j wanted, %j found: %s', (wanted, found, expected) => {
    expect(met('Bool', wanted, found)).toBe(expected);
  });
});

// Observed on live AWS.
describe('BinaryEquals', () => {
  it.each([
    ['YQ==', 'YQ==', true],
    ['YQ==', 'Yg==', false],
    ['YQ==', 'YQ', false],
    ['YQ==', 'YR==', false],
    ['YQ==', ' YQ== ', false],
    ['YQ==', '', false],
  ])('%j wanted, %j found: %s', (wanted, found, expected) => {
    expect(met('BinaryEquals', wanted, found)).toBe(expected);
  });
});

const mary = 'arn:aws:iam::111122223333:user/mary';

for (const [operator, negated] of [
  ['ArnLike', 'ArnNotLike'],
  ['ArnEquals', 'ArnNotEquals'],
] as const) {
  opposites(operator, negated, [
    [mary, mary, true],
    ['arn:aws:iam::*:user/*', mary, true],
    ['arn:aws:iam::*:role/*', mary, false],
    ['arn:aws:*::*:user/mary', mary, true],
    ['arn:aws:iam::1111222233??:user/mary', mary, true],
    // Each part by itself: a star does not go beyond a colon (AWS docs), but for the last part.
    ['arn:*:user/mary', mary, false],
    ['arn:aws:sns:us-east-1:*', 'arn:aws:sns:us-east-1:111122223333:topic:sub', false],
    ['arn:aws:sns:us-east-1:111122223333:*', 'arn:aws:sns:us-east-1:111122223333:topic:sub', true],
    ['arn:aws:s3:::bucket/\u{10400}?', 'arn:aws:s3:::bucket/\u{10400}x', true],
    ['arn:aws:s3:::bucket/\u{10400}?', 'arn:aws:s3:::bucket/\u{10400}\u{10428}', false],
    ['*', mary, true],
  ]);

  // Observed on live AWS: what is no ARN is neither like a pattern nor unlike it.
  it.each(['not-an-arn', '', 'arn:aws:iam'])(`${operator} and ${negated} do not hold for %j`, (found) => {
    expect(met(operator, 'arn:aws:iam::*:user/*', found)).toBe(false);
    expect(met(negated, 'arn:aws:iam::*:user/*', found)).toBe(false);
  });
}

// Observed on live AWS.
opposites('IpAddress', 'NotIpAddress', [
  ['192.0.2.0/24', '192.0.2.0', true],
  ['192.0.2.0/24', '192.0.2.255', true],
  ['192.0.2.0/24', '192.0.3.1', false],
  ['192.0.2.5/24', '192.0.2.1', true],
  ['192.0.2.0/31', '192.0.2.1', true],
  ['192.0.2.0/31', '192.0.2.2', false],
  ['192.0.2.1', '192.0.2.1', true],
  ['192.0.2.1', '192.0.2.2', false],
  ['192.0.2.0/0', '203.0.113.1', true],
  ['192.0.2.0/0', '2001:db8::1', false],
  ['192.000.002.0/24', '192.0.2.1', true],
  ['192.0.2.0/024', '192.0.2.1', true],
  ['192.0.2.0/+24', '192.0.2.1', true],
  ['192.0.2.0/24', '192.000.2.1', true],
  ['2001:db8::/32', '2001:db8::1', true],
  ['2001:db8::1', '2001:db8::2', false],
  ['not-an-ip', '192.0.2.1', false],
  ['192.0.2.0/33', '192.0.2.1', false],
  ['192.0.2.0/', '192.0.2.1', false],
]);

// Observed on live AWS: what is no address is neither inside a range nor outside it.
it.each(['not-an-ip', '', '192.0.2.1/32', '256.0.0.1'])('IpAddress and NotIpAddress do not hold for %j', (found) => {
  expect(met('IpAddress', '192.0.2.0/24', found)).toBe(false);
  expect(met('NotIpAddress', '192.0.2.0/24', found)).toBe(false);
});

describe('variables in the values of a condition', () => {
  const variables: Variables = (name) =>
    name === 'aws:username' ? { kind: 'value', value: 'MARY' } : { kind: 'missing' };
  const principal: Variables = () => ({ kind: 'value', value: mary });

  it.each([
    ['StringEquals', '${aws:username}', 'MARY', true],
    ['StringNotEquals', '${aws:username}', 'MARY', false],
    ['StringEqualsIgnoreCase', '${aws:username}', 'mary', true],
    ['StringLike', '${aws:username}*', 'MARY-1', true],
    ['ArnLike', 'arn:aws:iam::*:user/${aws:username}', 'arn:aws:iam::111122223333:user/MARY', true],
    ['StringEquals', '${aws:none}', '', false],
    ['StringNotEquals', '${aws:none}', 'x', true],
    ['StringNotEqualsIgnoreCase', '${aws:none}', 'x', true],
    // AWS docs: numbers, dates, addresses and booleans have none.
    ['NumericEquals', '${aws:username}', 'MARY', false],
  ])('%s %j with %j: %s', (operator, wanted, found, expected) => {
    expect(met(operator, wanted, found, variables)).toBe(expected);
  });

  it('may hold a whole ARN', () => {
    expect(met('ArnEquals', '${aws:PrincipalArn}', mary, principal)).toBe(true);
    expect(met('ArnEquals', '${aws:PrincipalArn}', `${mary}2`, principal)).toBe(false);
  });
});

describe('the name of an operator', () => {
  it.each(['StringEquals', 'ForAnyValue:StringLikeIfExists', 'ForAllValues:ArnLike', 'BoolIfExists', 'Null'])(
    '%s is one',
    (name) => expect(isConditionOperator(name)).toBe(true),
  );

  it.each([
    'NullIfExists',
    'ForAnyValue:Null',
    'stringEquals',
    'ForSomeValues:StringEquals',
    'ForAnyValue:',
    'IfExists',
    'toString',
    '__proto__',
    'StringEqualsIfExistsIfExists',
    '',
  ])('%j is none', (name) => expect(isConditionOperator(name)).toBe(false));

  it('tells the set and IfExists apart', () => {
    expect(parseConditionOperator('ForAnyValue:StringNotLikeIfExists')).toMatchObject({
      over: 'any',
      ifExists: true,
      isNegated: true,
    });
    expect(parseConditionOperator('ArnEquals')).toMatchObject({ over: 'one', ifExists: false, isNegated: false });
  });
});
