import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A source file of one of the packages, parsed. */
export interface Source {
  /** From `packages/`, as `orgcontacts/src/plan/plan.ts`. */
  readonly path: string;
  /** The package that it belongs to. */
  readonly package: string;
  /** Its folder below `src`, or its own name where it stands in `src` itself. */
  readonly room: string;
  /** Tests and builders of tests are free in much that is held here. */
  readonly isTest: boolean;
  readonly lines: readonly string[];
  readonly tree: ts.SourceFile;
}

/** Something that a source imports or exports from. */
export interface Import {
  readonly line: number;
  /** The module as it is written. */
  readonly module: string;
  /** Only types are taken: nothing of it is left when the program runs. */
  readonly isType: boolean;
  /** The path from `packages/` where the module is a file of ours. */
  readonly path: string | undefined;
}

const packages = fileURLToPath(new URL('../packages/', import.meta.url));

/** Reads every TypeScript file, with or without elements, below the `src` folders of all packages. */
export const readSources = (): readonly Source[] =>
  readdirSync(packages).flatMap((name) =>
    filesBelow(join(packages, name, 'src')).map((file) =>
      makeSource(file.slice(packages.length), readFileSync(file, 'utf8')),
    ),
  );

/** Parses a source. */
export const makeSource = (path: string, text: string): Source => {
  const [name = '', , ...below] = path.split('/');
  return {
    path,
    package: name,
    room: below[0] ?? '',
    isTest: /\.(test|builder|parity)\.ts$/.test(path),
    lines: text.split('\n'),
    tree: ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true),
  };
};

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return /(?<!\.d)\.tsx?$/.test(path) ? [path] : [];
  });

/** Everything that a source imports, at its top or on the way. */
export const importsOf = (source: Source): readonly Import[] =>
  nodesOf(source).flatMap((node) => {
    const module = moduleOf(node);
    if (module === undefined) return [];
    const path = module.startsWith('.') ? normalize(join(dirname(source.path), module)) : undefined;
    const isType = ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return [{ line: lineOf(source, node), module, path, isType }];
  });

const moduleOf = (node: ts.Node): string | undefined => {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return textOf(node.argument.literal);
  const isDynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isDynamic ? textOf(node.arguments[0]) : undefined;
};

const textOf = (node: ts.Node | undefined): string | undefined =>
  node && ts.isStringLiteralLike(node) ? node.text : undefined;

/** Every node of a source, outer ones first. */
export const nodesOf = ({ tree }: Source): readonly ts.Node[] => {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return nodes;
};

/** The line on which a node begins, counted from 1. */
export const lineOf = ({ tree }: Source, node: ts.Node): number =>
  tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
