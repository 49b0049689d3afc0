import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Example } from './find-examples.ts';
import { hiddenTypes } from './hidden-types.ts';
import { exportsOf } from './library-exports.ts';
import { type Library, readLibrary } from './library-program.ts';
import { publicNames } from './public-names.ts';

const library = readLibrary();
const exported = exportsOf(library);
const all = Object.values(exported).flat();

/** What TypeScript says against an example, by its place in the source. */
const complaints = ({ program, fileOf }: Library, example: Example): readonly string[] => {
  const tree = program.getSourceFile(fileOf(example));
  return [...program.getSyntacticDiagnostics(tree), ...program.getSemanticDiagnostics(tree)].map(
    ({ start = 0, messageText }) => {
      const line = example.line + (tree?.getLineAndCharacterOfPosition(start).line ?? 0);
      return `${example.path}:${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    },
  );
};

it('exports what tests/public-names.ts lists, and nothing else', () => {
  const names = Object.entries(exported).map(([entry, of]) => {
    const named = (isType: boolean) => of.filter((each) => each.isType === isType).map(({ name }) => name);
    return [entry, { values: named(false), types: named(true) }];
  });
  expect(Object.fromEntries(names)).toEqual(publicNames);
});

it('exports every type that something public is made of', () => {
  expect(hiddenTypes(library)).toEqual([]);
});

it('says of everything that it exports what it is, in whole sentences', () => {
  const silent = all.filter(({ about }) => !/^[A-Z`].*\.$/s.test(about));
  expect(silent.map(({ name, about }) => `${name}: ${about}`)).toEqual([]);
});

it('shows of every function how it is called', () => {
  const functions = all.filter(({ isFunction }) => isFunction);
  expect(functions.length).toBeGreaterThan(40);
  const unshown = functions.filter(({ name, examples }) => !examples.some((text) => text.includes(name)));
  expect(unshown.map(({ name }) => name)).toEqual([]);
});

describe('the examples', () => {
  it('are types and calls as the library has them', () => {
    expect(library.examples.length).toBeGreaterThan(40);
    const examples = [...library.examples, ...library.walks];
    expect(examples.flatMap((example) => complaints(library, example))).toEqual([]);
  });

  it('are short, and import the library by its public name', () => {
    for (const { path, line, text } of library.examples) {
      expect(text, `${path}:${line}`).toMatch(/ from 'orgcontacts[/']/);
      expect(text.split('\n').length, `${path}:${line}`).toBeLessThanOrEqual(12);
    }
  });
});
