import { describe, expect, it } from 'vitest';
import type { Reference } from './piece.ts';
import { noReferences, plainText, type ReadReference, readField } from './read-field.ts';

const known: ReadReference = (reference) =>
  reference.kind === 'env' ? { kind: 'value', text: reference.name } : { kind: 'value', text: `<${reference.path}>` };

const text = (written: string) => ({ kind: 'text', text: written });

it('puts what references stand for between the other pieces, in their order', () => {
  expect(readField('a ${env:ORGCONTACTS_B} ${tag.c} ${file:d.txt}', known)).toEqual({
    kind: 'value',
    isReference: true,
    pieces: [
      text('a '),
      text('ORGCONTACTS_B'),
      text(' '),
      { kind: 'tag', key: 'c', otherwise: null },
      text(' '),
      text('<d.txt>'),
    ],
  });
});

it('knows a field with a reference also where nothing comes of it, and any other for one without', () => {
  const nothing: ReadReference = () => ({ kind: 'value', text: '' });
  expect(readField('${env:ORGCONTACTS_A}', nothing)).toEqual({ kind: 'value', isReference: true, pieces: [] });
  expect(readField('${tag.a}', known)).toMatchObject({ isReference: false });
  expect(readField('', known)).toEqual({ kind: 'value', isReference: false, pieces: [] });
});

it('asks once for each reference, and for none that a policy may not read', () => {
  const asked: Reference[] = [];
  const read: ReadReference = (reference) => {
    asked.push(reference);
    return { kind: 'value', text: 'x' };
  };
  readField('${env:ORGCONTACTS_A}${file:b.txt}${env:HOME}${env:ORGCONTACTS_C}', read);
  expect(asked).toEqual([
    { kind: 'env', name: 'ORGCONTACTS_A' },
    { kind: 'file', path: 'b.txt' },
  ]);
});

describe('a variable that a policy may read', () => {
  it.each(['ORGCONTACTS_A', 'ORGCONTACTS_PHONE_2', 'ORGCONTACTS__'])('is %s', (name) => {
    expect(readField(`\${env:${name}}`, known)).toMatchObject({ kind: 'value', pieces: [text(name)] });
  });

  it.each([
    'ORGCONTACTS_',
    'ORGCONTACTS',
    'ORGCONTACTS_a',
    'XORGCONTACTS_A',
    'ORGCONTACTS_A-B',
    'ORGCONTACTS_A ',
    'HOME',
  ])('is not %j', (name) => {
    expect(readField(`\${env:${name}}`, known)).toEqual({
      kind: 'wrong',
      code: 'reference-name',
      message: `${name} is no variable that a policy may read.`,
      help: 'Expected a name as ORGCONTACTS_PHONE: capitals, digits and _.',
    });
  });
});

describe('a file that a policy may read', () => {
  it.each(['a.txt', 'phones/a.txt', '.a', '..a/b..', 'a b', '...'])('is %j', (path) => {
    expect(readField(`\${file:${path}}`, known)).toMatchObject({ kind: 'value', pieces: [text(`<${path}>`)] });
  });

  it.each(['/a', 'a/', 'a//b', '.', './a', 'a/./b', '..', '../a', 'a/..', 'a\\b', 'c:a', 'a\0b'])(
    'is not %j',
    (path) => {
      expect(readField(`\${file:${path}}`, known)).toEqual({
        kind: 'wrong',
        code: 'reference-name',
        message: `${path} is no file that a policy may read.`,
        help: 'Expected a path below the folder of the policy, as phones/security.txt.',
      });
    },
  );
});

it('says why there is no value, and how to give one', () => {
  const none: ReadReference = () => ({ kind: 'missing', because: 'is not set' });
  expect(readField('x${env:ORGCONTACTS_A}', none)).toEqual({
    kind: 'wrong',
    code: 'reference-missing',
    message: 'The variable ORGCONTACTS_A is not set.',
    help: 'Set it, as export ORGCONTACTS_A=…',
  });
  expect(readField('${file:a.txt}', noReferences)).toMatchObject({ message: 'The file a.txt cannot be read here.' });
});

it('has a plain text where every piece is one', () => {
  expect(
    plainText([
      { kind: 'text', text: 'a' },
      { kind: 'text', text: 'b' },
    ]),
  ).toBe('ab');
  expect(plainText([])).toBe('');
  expect(
    plainText([
      { kind: 'text', text: 'a' },
      { kind: 'account', variable: 'id' },
    ]),
  ).toBeUndefined();
});
