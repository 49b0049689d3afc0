import { describe, expect, it } from 'vitest';
import { type ConditionKeys, holds, valuesIn } from './holds.ts';

/** Whether a condition of one line holds for a request with these keys. */
const met = (operator: string, wanted: string | readonly string[], keys: ConditionKeys, key = 'aws:TagKeys'): boolean =>
  holds({ operator, key, values: [wanted].flat() }, valuesIn(keys), undefined);

const none: ConditionKeys = {};
const single = (value: string): ConditionKeys => ({ 'aws:TagKeys': value });
const several = (...values: readonly string[]): ConditionKeys => ({ 'aws:TagKeys': values });

describe('a key with one value', () => {
  it.each([
    ['StringEquals', 'team', single('team'), true],
    ['StringEquals', ['env', 'team'], single('team'), true],
    ['StringEquals', 'team', single('env'), false],
    ['StringEquals', 'team', single('Team'), false],
    ['StringEquals', 'team', none, false],
    ['StringEquals', '', single(''), true],
    ['StringEquals', [], single('team'), false],
    ['StringNotEquals', 'team', single('env'), true],
    ['StringNotEquals', ['env', 'team'], single('team'), false],
    ['StringNotEquals', 'team', none, true],
    ['StringEqualsIfExists', 'team', single('env'), false],
    ['StringEqualsIfExists', 'team', single('team'), true],
    ['StringEqualsIfExists', 'team', none, true],
    ['StringNotEqualsIfExists', 'team', single('team'), false],
    ['StringNotEqualsIfExists', 'team', none, true],
    ['NumericLessThanIfExists', '5', none, true],
    ['BoolIfExists', 'true', none, true],
    ['ArnLikeIfExists', 'arn:aws:iam::*:role/x', none, true],
    ['Bool', 'false', none, false],
  ])('%s %j with %j: %s', (operator, wanted, keys, expected) => {
    expect(met(operator, wanted, keys)).toBe(expected);
  });
});

// Every row was observed on live AWS, with aws:TagKeys of a tagging call.
describe('a multivalued key', () => {
  it.each([
    ['StringEquals', none, false],
    ['StringEquals', several('team'), false],
    ['StringEquals', several('env'), false],
    ['StringEquals', several('team', 'env'), false],
    ['StringNotEquals', none, true],
    ['StringNotEquals', several('team'), false],
    ['StringNotEquals', several('env'), false],
    ['StringNotEquals', several('team', 'env'), false],
    ['StringEqualsIfExists', none, true],
    ['StringEqualsIfExists', several('team'), false],
    ['StringEqualsIfExists', several('env'), false],
    ['StringNotEqualsIfExists', none, true],
    ['StringNotEqualsIfExists', several('team'), false],
    ['StringNotEqualsIfExists', several('env'), false],
    ['ForAnyValue:StringEquals', none, false],
    ['ForAnyValue:StringEquals', several('team'), true],
    ['ForAnyValue:StringEquals', several('env'), false],
    ['ForAnyValue:StringEquals', several('team', 'env'), true],
    ['ForAllValues:StringEquals', none, true],
    ['ForAllValues:StringEquals', several('team'), true],
    ['ForAllValues:StringEquals', several('env'), false],
    ['ForAllValues:StringEquals', several('team', 'env'), false],
    ['ForAnyValue:StringNotEquals', none, false],
    ['ForAnyValue:StringNotEquals', several('team'), false],
    ['ForAnyValue:StringNotEquals', several('env'), true],
    ['ForAnyValue:StringNotEquals', several('team', 'env'), true],
    ['ForAllValues:StringNotEquals', none, true],
    ['ForAllValues:StringNotEquals', several('team'), false],
    ['ForAllValues:StringNotEquals', several('env'), true],
    ['ForAllValues:StringNotEquals', several('team', 'env'), false],
  ])('%s "team" with %j: %s', (operator, keys, expected) => {
    expect(met(operator, 'team', keys)).toBe(expected);
  });

  it.each([
    ['ForAllValues:StringLike', 'te*', several('team', 'tent'), true],
    ['ForAllValues:StringLike', ['te*', 'env'], several('team', 'env'), true],
    ['ForAnyValue:StringLikeIfExists', 'te*', none, true],
    ['ForAnyValue:StringLikeIfExists', 'te*', several('env'), false],
    ['ForAnyValue:StringEquals', 'team', several(), false],
    ['ForAllValues:StringEquals', 'team', several(), true],
    // A single value is a set of one (observed on live AWS).
    ['ForAllValues:StringEquals', 'team', single('team'), true],
    ['ForAllValues:StringEquals', 'team', single(''), false],
    ['ForAnyValue:StringEquals', '', single(''), true],
  ])('%s %j with %j: %s', (operator, wanted, keys, expected) => {
    expect(met(operator, wanted, keys)).toBe(expected);
  });
});

describe('Null', () => {
  it.each([
    ['true', none, true],
    ['true', single('x'), false],
    ['TRUE', single('x'), false],
    ['true', single(''), false],
    ['false', none, false],
    ['false', single('x'), true],
    ['false', single(''), true],
    ['false', several('x'), true],
    // Whatever is not true is false (observed on live AWS).
    ['yes', single('x'), true],
    [['true', 'false'], none, true],
  ])('%j with %j: %s', (wanted, keys, expected) => {
    expect(met('Null', wanted, keys)).toBe(expected);
  });
});

describe('the case of a key', () => {
  it('does not matter', () => {
    expect(met('StringEquals', 'x', { 'AWS:principaltag/Team': 'x' }, 'aws:PrincipalTag/team')).toBe(true);
  });
});

it('an operator that there is not was let through by mistake', () => {
  expect(() => met('StringMatches', 'x', none)).toThrow('unknown operator StringMatches');
});
