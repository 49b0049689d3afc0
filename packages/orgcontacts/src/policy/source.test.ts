import { describe, expect, it } from 'vitest';
import { lines } from './policy-text.builder.ts';
import { type Path, placeAt, placeInText, placeOf, placeOfKey, readYaml, textAt, valuesIn } from './source.ts';

const text = lines(
  'version: 1',
  'contacts:',
  '  desk: { name: Mary, phone: +1555 }',
  '  notes: |',
  '    one',
  '    two',
  'assignments:',
  '  - match: all',
  '    security: "desk"',
);
const sourceOf = (written: string) => readYaml(written, 'contacts.yaml').source;
const source = sourceOf(text);

/** A place in one word: line, column and length. */
const short = ({ line, column, length }: ReturnType<typeof placeOf>): string => `${line}:${column}+${length}`;

describe('the place of a value', () => {
  it.each<[Path, string]>([
    [['version'], '1:10+1'],
    [['contacts', 'desk'], '3:9+28'],
    [['contacts', 'desk', 'name'], '3:17+4'],
    [['assignments', 0, 'match'], '8:12+3'],
    [['assignments', 0, 'security'], '9:15+6'],
  ])('%j goes from its first character to its last', (path, place) => {
    expect(short(placeOf(source, path))).toBe(place);
  });

  it.each<[Path, string]>([
    [[], '1:1+1'],
    [['contacts'], '3:3+1'],
    [['contacts', 'notes'], '4:10+1'],
    [['assignments', 0], '8:5+1'],
  ])('%j that goes over several lines is marked where it begins', (path, place) => {
    expect(short(placeOf(source, path))).toBe(place);
  });

  it.each<[Path, string]>([
    [['contacts', 'desk', 'title'], '3:9+28'],
    [['contacts', 'desk', 'name', 'first'], '3:17+4'],
    [['lint', 'ignore'], '1:1+1'],
    [['assignments', 3, 'match'], '8:3+1'],
  ])('%j that is not there is that of what is around it', (path, place) => {
    expect(short(placeOf(source, path))).toBe(place);
  });

  it('names the file', () => {
    expect(placeOf(source, ['version'])).toEqual({ file: 'contacts.yaml', line: 1, column: 10, length: 1 });
  });

  it('is the beginning of a file in which there is nothing', () => {
    expect(short(placeOf(sourceOf(''), []))).toBe('1:1+1');
    expect(short(placeOf(sourceOf('# nothing yet\n'), ['contacts']))).toBe('1:1+1');
  });

  it('is counted the same with Windows line ends', () => {
    expect(short(placeOf(sourceOf(text.replaceAll('\n', '\r\n')), ['assignments', 0, 'security']))).toBe('9:15+6');
  });
});

describe('the place of a key', () => {
  it.each<[Path, string, string]>([
    [[], 'contacts', '2:1+8'],
    [['contacts'], 'desk', '3:3+4'],
    [['contacts', 'desk'], 'phone', '3:23+5'],
    [['assignments', 0], 'match', '8:5+5'],
  ])('of %j: %s goes over the key', (path, key, place) => {
    expect(short(placeOfKey(source, path, key))).toBe(place);
  });

  it('that is not there, or of what has no keys, is that of the value', () => {
    expect(short(placeOfKey(source, ['contacts', 'desk'], 'title'))).toBe('3:9+28');
    expect(short(placeOfKey(source, ['assignments'], 'match'))).toBe('8:3+1');
    expect(short(placeOfKey(source, ['version'], 'x'))).toBe('1:10+1');
  });

  it('is found also where YAML takes it for a number', () => {
    expect(short(placeOfKey(sourceOf('a: 1\n42: x\n'), [], '42'))).toBe('2:1+2');
  });
});

describe('the place of characters', () => {
  it('goes from one to the other in a line, and is one long otherwise', () => {
    expect(short(placeAt(source, 9, 10))).toBe('1:10+1');
    expect(short(placeAt(source, 0, 7))).toBe('1:1+7');
    expect(short(placeAt(source, 0, 15))).toBe('1:1+1');
    expect(short(placeAt(source, 11))).toBe('2:1+1');
    expect(short(placeAt(source, 7, 3))).toBe('1:8+1');
  });

  it('is found in a text that was never parsed', () => {
    expect(placeInText(text, 'x.yaml', 0)).toEqual({ file: 'x.yaml', line: 1, column: 1, length: 1 });
    expect(placeInText(text, 'x.yaml', 10)).toEqual({ file: 'x.yaml', line: 1, column: 11, length: 1 });
    expect(placeInText(text, 'x.yaml', 13)).toEqual({ file: 'x.yaml', line: 2, column: 3, length: 1 });
  });
});

it('tells how a value is written, and nothing where it is no plain value', () => {
  expect(textAt(source, ['contacts', 'desk', 'phone'])).toBe('+1555');
  expect(textAt(source, ['assignments', 0, 'security'])).toBe('desk');
  expect(textAt(source, ['contacts', 'desk'])).toBeUndefined();
  expect(textAt(source, ['lint'])).toBeUndefined();
});

it('gives the values as plain data', () => {
  expect(valuesIn(source)).toEqual({
    kind: 'values',
    raw: {
      version: 1,
      contacts: { desk: { name: 'Mary', phone: 1555 }, notes: 'one\ntwo\n' },
      assignments: [{ match: 'all', security: 'desk' }],
    },
  });
  expect(valuesIn(sourceOf(''))).toEqual({ kind: 'values', raw: null });
});

it('resolves a value that stands a hundred times, and tells of more at the beginning of the file', () => {
  const uses = (count: number) => sourceOf(`a: &a [x]\nb: [${Array.from({ length: count }, () => '*a').join(', ')}]\n`);
  expect(valuesIn(uses(99)).kind).toBe('values');
  expect(valuesIn(uses(100)).kind).toBe('unresolved');
  const place = { file: 'contacts.yaml', line: 1, column: 1, length: 1 };
  expect(valuesIn(sourceOf('a: *none\n'))).toMatchObject({ kind: 'unresolved', diagnostic: { place } });
});

it('keeps every document of a file, and looks at the first', () => {
  const { source: first, documents } = readYaml('a: 1\n---\na: 2\n', 'contacts.yaml');
  expect(documents).toHaveLength(2);
  expect(valuesIn(first)).toEqual({ kind: 'values', raw: { a: 1 } });
  expect(readYaml('', 'contacts.yaml').documents).toHaveLength(0);
});
