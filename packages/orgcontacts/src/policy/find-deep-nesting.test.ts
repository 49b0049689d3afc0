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
  ['brackets that are never closed, each on a line of its own', 'a: [\n'.repeat(1_000)],
  [
    'documents one after the other',
    Array.from({ length: 100 }, (_, depth) => `${' '.repeat(depth)}k:\n---\n`).join(''),
  ],
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

const keys = (count: number, between: string) =>
  Array.from({ length: count }, (_, depth) => `${' '.repeat(depth)}k:${between}`).join('');

it.each(['- ', '? ', ': ', '-\t'])('counts each %j on one line', (piece) => {
  expect(findDeepNesting(piece.repeat(deepestNesting))).toBeUndefined();
  const found = findDeepNesting(piece.repeat(deepestNesting + 1));
  expect(found).toBe(piece.length * deepestNesting);
});

it.each([
  ['nothing', '\n'],
  ['an empty line', '\n\n'],
  ['a line of blanks', '\n \n'],
  ['a comment further left', '\n#\n'],
  ['a Windows line end', '\r\n'],
])('counts keys that lie deeper and deeper with %s between them', (_, between) => {
  expect(findDeepNesting(keys(deepestNesting, between))).toBeUndefined();
  const found = findDeepNesting(keys(deepestNesting + 1, between));
  expect(found).toBe(keys(deepestNesting, between).length + deepestNesting);
});

it('forgets what was deeper when a line begins further left', () => {
  const half = keys(deepestNesting / 2, '\n');
  expect(findDeepNesting(`${half}${half}`)).toBeUndefined();
  expect(findDeepNesting(`${half}${'- '.repeat(deepestNesting)}`)).toBeUndefined();
});
