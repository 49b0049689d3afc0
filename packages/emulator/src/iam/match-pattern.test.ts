import { describe, expect, it } from 'vitest';
import { matchPattern } from './match-pattern.ts';
import { replaceVariables, type Variables } from './variables.ts';

const values: Readonly<Record<string, string>> = { 'aws:username': 'mary', star: '*', 'aws:PrincipalTag/team': 'a/b' };

/** A multivalued key is there, and is no variable. */
const variables: Variables = (name) => (name === 'aws:TagKeys' ? { kind: 'multivalued' } : variableOf(values[name]));

const variableOf = (value: string | undefined): ReturnType<Variables> =>
  value === undefined ? { kind: 'missing' } : { kind: 'value', value };

describe('a pattern', () => {
  it.each([
    ['account:GetAlternateContact', 'account:GetAlternateContact', true],
    ['account:getAlternateContact', 'account:GetAlternateContact', false],
    ['*', '', true],
    ['*', 'anything at all', true],
    ['a*', 'a', true],
    ['a*c', 'abbbc', true],
    ['a*c', 'abbb', false],
    ['a*b*c', 'a-b-b-c', true],
    ['*a', 'bbba', true],
    ['*ab', 'aab', true],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['a?', 'abc', false],
    ['?', '', false],
    ['a*?', 'a', false],
    ['', '', true],
    ['', 'a', false],
    ['a[b]', 'ab', false],
    ['a.c', 'abc', false],
    ['a\\*', 'ab', false],
    ['a\\*', 'a\\b', true],
    ['a*b', 'a\nb', true],
    ['a?b', 'a\nb', true],
  ])('%j on %j: %s', (pattern, text, expected) => {
    expect(matchPattern(pattern, text)).toBe(expected);
  });

  // Observed on live AWS: the second half of a character beyond U+FFFF is one more character.
  it.each([
    ['\u{10400}?', '\u{10400}x', true],
    ['\u{10400}?', '\u{10400}\u{10428}', false],
    ['a??b', 'a\u{10400}b', true],
    ['a?b', 'a\u{10400}b', false],
    ['a*b', 'a\u{10400}b', true],
  ])('counts UTF-16 units: %j on %j: %s', (pattern, text, expected) => {
    expect(matchPattern(pattern, text)).toBe(expected);
  });

  it('takes no time over many stars', () => {
    expect(matchPattern(`${'*a'.repeat(2000)}b`, 'a'.repeat(20_000))).toBe(false);
  });
});

describe('a variable in a pattern', () => {
  it.each([
    ['user/${aws:username}', 'user/mary', true],
    ['user/${aws:username}', 'user/john', false],
    ['${aws:username}*', 'mary-1', true],
    ['${star}', '*', true],
    ['${star}', 'anything', false],
    ['${*}', '*', true],
    ['${*}', 'x', false],
    ['a${?}', 'a?', true],
    ['a${?}', 'ab', false],
    ['${$}{aws:username}', '${aws:username}', true],
    ["${aws:PrincipalTag/none, 'all'}", 'all', true],
    ["${aws:username, 'all'}", 'mary', true],
    ["${aws:username,'all'}", 'all', false],
    ['${aws:PrincipalTag/none}', '', false],
    ['${aws:PrincipalTag/none}', '${aws:PrincipalTag/none}', false],
    ['${ aws:username }', 'mary', true],
    ['${unfinished', '${unfinished', true],
  ])('%j on %j: %s', (pattern, text, expected) => {
    expect(matchPattern(pattern, text, variables)).toBe(expected);
  });

  it('is plain text where variables mean nothing', () => {
    expect(matchPattern('user/${aws:username}', 'user/${aws:username}')).toBe(true);
    expect(matchPattern('user/${aws:username}', 'user/mary')).toBe(false);
  });

  it('has no value for a multivalued key, not even its default: observed on live AWS', () => {
    expect(matchPattern('${aws:TagKeys}', 'team', variables)).toBe(false);
    expect(matchPattern("${aws:TagKeys, 'fallback'}", 'fallback', variables)).toBe(false);
  });
});

describe('the text with its variables replaced', () => {
  it.each([
    ['${aws:username}-${aws:PrincipalTag/team}', 'mary-a/b'],
    ['no variable', 'no variable'],
    ['${aws:none}', undefined],
    ['${aws:username}${aws:none}', undefined],
    ["${aws:none, 'it''s'}", "it''s"],
    ['${aws:TagKeys}', undefined],
  ])('%j is %j', (text, expected) => {
    expect(replaceVariables(text, variables)).toBe(expected);
  });
});
