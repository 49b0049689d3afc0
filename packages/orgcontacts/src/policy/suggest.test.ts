import { expect, it } from 'vitest';
import { didYouMean } from './suggest.ts';

it.each([
  ['a letter too few', 'dsk', 'desk'],
  ['a letter too many', 'deesk', 'desk'],
  ['another letter', 'disk', 'desk'],
  ['two letters changed places', 'dseks', 'desks'],
  ['other case', 'DESK', 'desk'],
  ['a candidate in other case', 'desk', 'Desk'],
  ['nothing wrong', 'desk', 'desk'],
  ['a letter too few at the beginning', 'esk', 'desk'],
  ['letters too many at the end', 'deskxx', 'desk'],
])('guesses the word behind %s', (_, word, meant) => {
  expect(didYouMean(word, [meant])).toBe(`Did you mean ${meant}? `);
});

it('guesses the nearest of several, wherever it stands', () => {
  expect(didYouMean('finanse', ['fine', 'finance', 'final'])).toBe('Did you mean finance? ');
  expect(didYouMean('finanse', ['finance', 'fine', 'final'])).toBe('Did you mean finance? ');
});

it('lets more letters differ the longer the word is', () => {
  expect(didYouMean('abcde', ['abxye'])).toBe('Did you mean abxye? ');
  expect(didYouMean('abcde', ['axxye'])).toBe('');
  expect(didYouMean('abcdefg', ['axxyefg'])).toBe('Did you mean axxyefg? ');
  expect(didYouMean('abcdefg', ['axxyxfg'])).toBe('');
  expect(didYouMean('ab', ['ax'])).toBe('Did you mean ax? ');
  expect(didYouMean('ab', ['xy'])).toBe('');
  expect(didYouMean('a', ['x'])).toBe('Did you mean x? ');
  expect(didYouMean('a', ['xyz'])).toBe('');
});

it('guesses nothing without candidates', () => {
  expect(didYouMean('desk', [])).toBe('');
});
