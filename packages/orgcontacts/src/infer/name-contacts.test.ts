import { expect, it } from 'vitest';
import { nameContacts } from './name-contacts.ts';

const named = (...contacts: readonly (readonly [string, string?])[]) => [
  ...nameContacts(
    new Map(
      contacts.map(([name, email = 'x@example.com'], index) => [
        `label ${index}`,
        { name, title: 'T', email, phone: '+1' },
      ]),
    ),
  ).values(),
];

it.each([
  ['Mary Major', 'mary-major'],
  ['  Sécurité / Cloud! ', 'securite-cloud'],
  ['24x7 NOC', '24x7-noc'],
])('calls %j %s', (name, expected) => {
  expect(named([name])).toEqual([expected]);
});

it('goes by the address where a name has no letters that make one, and by what it is where neither has', () => {
  expect(named(['山', 'soc-team@example.com'])).toEqual(['soc-team']);
  expect(named(['山', '+@example.com'])).toEqual(['contact']);
});

it('gives every contact its own name, and none that means something else', () => {
  expect(named(['Mary'], ['mary'], ['MARY'], ['Absent'], ['unmanaged'])).toEqual([
    'mary',
    'mary-2',
    'mary-3',
    'absent-2',
    'unmanaged-2',
  ]);
});

it('passes over a numbered name that somebody has already', () => {
  expect(named(['Mary'], ['Mary 2'], ['Mary'], ['Mary'])).toEqual(['mary', 'mary-2', 'mary-3', 'mary-4']);
  expect(named(['Mary'], ['Mary'], ['Mary 2'])).toEqual(['mary', 'mary-2', 'mary-2-2']);
});

it('keeps names short', () => {
  expect(named(['a'.repeat(64)])).toEqual(['a'.repeat(40)]);
});
