import { expect, it } from 'vitest';
import { noLint } from './lint-settings.ts';
import { readLint } from './read-lint.ts';

it('reads what has the right form', () => {
  const raw = {
    allowedEmailDomains: ['example.com', '*.example.org'],
    reviewEvery: '180d',
    errors: ['placeholder'],
    ignore: ['unused-contact', 'outer-blanks'],
  };
  expect(readLint(raw)).toEqual({ ...raw, reviewEvery: 180, ignore: ['outer-blanks', 'unused-contact'] });
});

it.each([undefined, null, 'strict', [], {}])('asks for nothing where it is %j', (raw) => {
  expect(readLint(raw)).toEqual(noLint);
});

it.each(['180', 'd', 'x180d', '180days', '-1d', '', 180, ['180d'], null])(
  'reads no number of days in %j',
  (reviewEvery) => {
    expect(readLint({ reviewEvery }).reviewEvery).toBeNull();
  },
);

it('leaves out of a list what has not the right form', () => {
  const raw = {
    allowedEmailDomains: ['example.com', 5, null],
    errors: ['wrong-type', 7, 'placeholder'],
    ignore: 'all',
  };
  expect(readLint(raw)).toEqual({ ...noLint, allowedEmailDomains: ['example.com'], errors: ['placeholder'] });
});

it.each([['example.com'], [5], [[]], [['', 5]]])('allows every domain where none stands in the list: %j', (list) => {
  expect(readLint({ allowedEmailDomains: list }).allowedEmailDomains).toBeNull();
});
