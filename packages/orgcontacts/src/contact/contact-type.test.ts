import { expect, it } from 'vitest';
import { contactTypes, parseContactType } from './contact-type.ts';

it.each([
  ['SECURITY', 'SECURITY'],
  ['security', 'SECURITY'],
  [' Operations ', 'OPERATIONS'],
  ['billing', 'BILLING'],
])('reads %j as %s', (text, expected) => {
  expect(parseContactType(text)).toBe(expected);
});

it.each(['', 'PRIMARY', 'all', 'SECURITY,BILLING'])('refuses %j', (text) => {
  expect(parseContactType(text)).toBeUndefined();
});

it('reads back each of its own names', () => {
  expect(contactTypes.map((type) => parseContactType(type))).toEqual([...contactTypes]);
});
