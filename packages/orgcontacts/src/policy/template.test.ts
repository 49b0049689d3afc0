import { expect, it } from 'vitest';
import type { RawPiece } from './piece.ts';
import { escapeTemplate, parseTemplate } from './template.ts';

const tag = (key: string, otherwise: string | null = null): RawPiece => ({ kind: 'tag', key, otherwise });
const text = (written: string): RawPiece => ({ kind: 'text', text: written });

it.each<[string, readonly RawPiece[]]>([
  ['', []],
  ['plain', [text('plain')]],
  ['$ { } $x {y} $}', [text('$ { } $x {y} $}')]],
  ['${account.id}', [{ kind: 'account', variable: 'id' }]],
  [
    '${account.name}${account.email}',
    [
      { kind: 'account', variable: 'name' },
      { kind: 'account', variable: 'email' },
    ],
  ],
  ['a${tag.b}c', [text('a'), tag('b'), text('c')]],
  ['${tag.b:-c}', [tag('b', 'c')]],
  ['${tag.b:-}', [tag('b', '')]],
  ['${tag.b:-c:-d}', [tag('b', 'c:-d')]],
  ['${tag.b-c}', [tag('b-c')]],
  ['${tag.b:c}', [tag('b:c')]],
  ['${tag.a b\nc}', [tag('a b\nc')]],
  ['${env:A}', [{ kind: 'reference', reference: { kind: 'env', name: 'A' } }]],
  ['${file:a/b}', [{ kind: 'reference', reference: { kind: 'file', path: 'a/b' } }]],
  ['$${', [text('${')]],
  ['a $${tag.b} c', [text('a ${tag.b} c')]],
  ['$${${tag.b}$${', [text('${'), tag('b'), text('${')]],
  ['$$${tag.b}', [text('$${tag.b}')]],
  ['${tag.$}', [tag('$')]],
])('takes %j apart', (written, pieces) => {
  expect(parseTemplate(written)).toEqual({ kind: 'pieces', pieces });
});

it.each([
  ['${', 'a ${ has no } after it'],
  ['a ${account.id', 'a ${ has no } after it'],
  ['${tag.a} ${tag.b', 'a ${ has no } after it'],
  ['${}', '${} is no variable'],
  ['${account}', '${account} is no variable'],
  ['${account.}', '${account.} is no variable'],
  ['${account.ids}', '${account.ids} is no variable'],
  ['${ account.id}', '${ account.id} is no variable'],
  ['${tag}', '${tag} is no variable'],
  ['${tag.}', '${tag.} is no variable'],
  ['${tag.:-x}', '${tag.:-x} is no variable'],
  ['${tags.a}', '${tags.a} is no variable'],
  ['${env:}', '${env:} is no variable'],
  ['${file:}', '${file:} is no variable'],
  ['${env.A}', '${env.A} is no variable'],
  ['a ${tag.b} ${c}', '${c} is no variable'],
])('refuses %j: %s', (written, because) => {
  expect(parseTemplate(written)).toEqual({ kind: 'wrong', because });
});

it.each(['plain', '${', 'a ${tag.b} c', '$${', '$$', '${${', '$${tag.b}${'])(
  'writes %j so that it comes back',
  (written) => {
    expect(parseTemplate(escapeTemplate(written))).toEqual({ kind: 'pieces', pieces: [text(written)] });
  },
);
