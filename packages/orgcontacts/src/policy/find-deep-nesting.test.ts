import { expect, it } from 'vitest';
import { deepestNesting, findDeepNesting } from './find-deep-nesting.ts';
import { withTopLevel } from './policy-text.builder.ts';

const brackets = '['.repeat(500);

it.each([
  ['an ordinary policy', withTopLevel('exclude: [{ tag: { team: [a, b] } }]')],
  ['brackets in quotes', `version: "${brackets}"`],
  ['brackets in a comment', `# ${brackets}\nversion: 1`],
  ['brackets in a block of text', `version: |\n  ${brackets}`],
  ['many lists side by side', '- [[a]]\n'.repeat(1_000)],
  ['many keys side by side', 'a: { b: [c] }\n'.repeat(1_000)],
  ['dashes inside a word', `version: ${'a-'.repeat(500)}`],
  ['nothing', ''],
])('finds none in %s', (_, text) => {
  expect(findDeepNesting(text)).toBeUndefined();
});

it('finds the first bracket that is one too many', () => {
  expect(findDeepNesting('['.repeat(deepestNesting))).toBeUndefined();
  expect(findDeepNesting(`${'['.repeat(deepestNesting)}[`)).toBe(deepestNesting);
});

it('counts brackets and blocks together', () => {
  const blocks = '- '.repeat(deepestNesting / 2);
  expect(findDeepNesting(`${blocks}${'['.repeat(deepestNesting / 2 - 1)}`)).toBeUndefined();
  expect(findDeepNesting(`${blocks}${'['.repeat(deepestNesting / 2 + 1)}`)).toBeDefined();
});
