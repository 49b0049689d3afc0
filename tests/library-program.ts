import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { type Example, examplesIn, examplesOn } from './find-examples.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const sources = join(root, 'packages/orgcontacts/src');

/** The public entries of the library, by the name under which they are imported. */
export const entries: Readonly<Record<string, string>> = {
  orgcontacts: join(sources, 'index.ts'),
  'orgcontacts/aws': join(sources, 'aws.ts'),
  'orgcontacts/memory': join(sources, 'memory.ts'),
};

/** The sources of the library with their examples, as TypeScript sees them together. */
export interface Library {
  readonly program: ts.Program;
  /** The examples in the comments of the sources. */
  readonly examples: readonly Example[];
  /** The examples on the page about the library. */
  readonly walks: readonly Example[];
  /** The file in which an example is checked. */
  readonly fileOf: (example: Example) => string;
}

/** Reads what is reachable from the entries, and each example beside it as a file of its own that imports the entries by name. */
export const readLibrary = (): Library => {
  const files = new Map<string, ts.SourceFile>();
  const texts = new Map([[sdk, 'export {};']]);
  const host = ts.createCompilerHost(options, true);
  const { getSourceFile, fileExists, readFile } = host;
  const cached = (file: string, ...rest: [ts.ScriptTarget | ts.CreateSourceFileOptions]) => {
    const text = texts.get(file);
    const made =
      files.get(file) ??
      (text === undefined ? getSourceFile(file, ...rest) : ts.createSourceFile(file, text, ...rest, true));
    if (made) files.set(file, made);
    return made;
  };
  Object.assign(host, {
    getSourceFile: cached,
    fileExists: (file: string) => texts.has(file) || fileExists(file),
    readFile: (file: string) => texts.get(file) ?? readFile(file),
  });
  const roots = Object.values(entries);
  const bare = ts.createProgram(roots, options, host);
  const own = bare.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${sources}/`));
  const examples = own.flatMap((tree) => examplesIn(tree, relative(root, tree.fileName)));
  const walks = readWalks();
  const all = [...examples, ...walks];
  const fileOf = (example: Example) => join(root, 'tests/examples', `${all.indexOf(example)}.ts`);
  for (const example of all) texts.set(fileOf(example), example.text);
  return { program: ts.createProgram([...roots, ...all.map(fileOf)], options, host, bare), examples, walks, fileOf };
};

const readWalks = (): readonly Example[] => {
  const path = 'docs/library.md';
  return examplesOn(readFileSync(join(root, path), 'utf8'), path);
};

const optionsIn = (file: string): ts.CompilerOptions => {
  const { compilerOptions } = ts.readConfigFile(file, ts.sys.readFile).config;
  return ts.convertCompilerOptionsFromJson(compilerOptions, dirname(file)).options;
};

/** In place of the AWS SDK: nothing public is made of its types, and they are most of what would be read. */
const sdk = join(root, 'tests/examples/sdk.d.ts');

/** As all sources are checked, except that an example may make something and not use it. */
const options: ts.CompilerOptions = {
  ...optionsIn(join(root, 'tsconfig.base.json')),
  noEmit: true,
  allowImportingTsExtensions: true,
  rewriteRelativeImportExtensions: false,
  noUnusedLocals: false,
  paths: {
    '@aws-sdk/*': [sdk],
    ...Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, [file]])),
  },
};
