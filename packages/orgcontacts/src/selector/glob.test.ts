import { expect, it } from 'vitest';
import { isGlob, matchesGlob } from './glob.ts';

it.each([
  ['pay*', 'payments', true],
  ['pay*', 'pay', true],
  ['pay*', 'repay', false],
  ['*', '', true],
  ['?', '', false],
  ['?', 'a', true],
  ['?', 'ab', false],
  ['team-?', 'team-a', true],
  ['a*b*c', 'axxbxxc', true],
  ['a*b*c', 'axxcxxb', false],
  ['*aab', 'aaaab', true],
  ['Pay*', 'payments', false],
  ['', '', true],
  ['', 'a', false],
  ['?', '😀', true],
])('matching %j against %j gives %j', (pattern, text, expected) => {
  expect(matchesGlob(pattern, text)).toBe(expected);
});

it.each(['.', '[a-z]', '(a|b)', '{a,b}', 'a+', '^a$', '\\d', '!a'])('takes %j literally', (pattern) => {
  expect(isGlob(pattern)).toBe(false);
  expect(matchesGlob(pattern, pattern)).toBe(true);
  expect(matchesGlob(pattern, 'a')).toBe(false);
});

it('knows a wildcard when it sees one', () => {
  expect(['payments', 'pay*', 'pay?', '*', '?'].map(isGlob)).toEqual([false, true, true, true, true]);
});

it('answers a pattern made to be slow at once', () => {
  const started = performance.now();
  expect(matchesGlob(`${'a*'.repeat(60)}b`, 'a'.repeat(256))).toBe(false);
  expect(performance.now() - started).toBeLessThan(500);
});
