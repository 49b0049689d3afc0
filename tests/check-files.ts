import { basename } from 'node:path';
import ts from 'typescript';
import type { Violation } from './check-imports.ts';
import { emptyNames, exportDebts, globals } from './rooms.ts';
import { lineOf, nodesOf, type Source } from './sources.ts';

const mostLines = 300;
const mostTestLines = 500;
const mostExports = 5;

/** How many lines a file has; a line end at its end begins no further line. */
export const lengthOf = ({ lines }: Source): number => (lines.at(-1) === '' ? lines.length - 1 : lines.length);

/** Finds files that are too long. */
export const checkSizes = (sources: readonly Source[]): readonly Violation[] =>
  sources.flatMap((source) => {
    const most = source.isTest ? mostTestLines : mostLines;
    const length = lengthOf(source);
    if (length <= most) return [];
    return [
      { path: source.path, line: most + 1, found: `${length} lines`, todo: `keep it to ${most}: split it by subject` },
    ];
  });

/** Finds files that export too much, and default exports. */
export const checkExports = (sources: readonly Source[]): readonly Violation[] =>
  sources
    .filter(({ isTest }) => !isTest)
    .flatMap((source) => {
      const { path } = source;
      const exported = source.tree.statements.flatMap(exportsOf);
      const defaults = exported
        .filter(({ isDefault }) => isDefault)
        .map(({ node }) => ({
          path,
          line: lineOf(source, node),
          found: 'a default export',
          todo: 'export it by its name, so that it has the same one everywhere',
        }));
      const isEntry = /\/src\/(index|aws|memory)\.ts$/.test(path) || basename(path) === 'index.ts';
      const most = exportDebts[path] ?? mostExports;
      const excess = exported[most];
      if (!excess || isEntry) return defaults;
      const found = `${exported.length} exports`;
      const todo = `keep it to ${most}: give what is left a file of its own`;
      return [...defaults, { path, line: lineOf(source, excess.node), found, todo }];
    });

interface Export {
  readonly node: ts.Node;
  readonly isDefault: boolean;
}

const exportsOf = (node: ts.Statement): readonly Export[] => {
  if (ts.isExportAssignment(node)) return [{ node, isDefault: true }];
  if (ts.isExportDeclaration(node)) {
    const names = node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : [node];
    return names.map((each) => ({ node: each, isDefault: ts.isExportSpecifier(each) && each.name.text === 'default' }));
  }
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  const isDefault = modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  const declared = ts.isVariableStatement(node) ? node.declarationList.declarations : [node];
  return declared.map((each) => ({ node: each, isDefault }));
};

const comment = /(^|\s)\/\/|\/\*|\*\/|^\s*\*/;

/** Finds casts without a reason beside them. `as const` is none, and tests may cast freely. */
export const checkCasts = (sources: readonly Source[]): readonly Violation[] =>
  sources
    .filter(({ isTest }) => !isTest)
    .flatMap((source) =>
      nodesOf(source).flatMap((node) => {
        if (!isCast(node)) return [];
        const line = source.tree.getLineAndCharacterOfPosition(node.type.getStart(source.tree)).line + 1;
        const beside = [lineOf(source, node) - 1, lineOf(source, node), line - 1, line];
        if (beside.some((each) => comment.test(source.lines[each - 1] ?? ''))) return [];
        const found = `a cast to ${node.type.getText(source.tree)} without a reason`;
        const todo = 'do without it, or say on the line above why it cannot be wrong';
        return [{ path: source.path, line, found, todo }];
      }),
    );

const isCast = (node: ts.Node): node is ts.AssertionExpression =>
  (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && !ts.isConstTypeReference(node.type);

/** Finds uses of the process, the console, the clock and chance outside the places that may know the world. */
export const checkGlobals = (sources: readonly Source[]): readonly Violation[] =>
  sources
    .filter(({ isTest }) => !isTest)
    .flatMap((source) =>
      nodesOf(source).flatMap((node) => {
        const name = globalOf(node, source.tree);
        const used = globals.find(({ what }) => name !== undefined && what.test(name));
        if (!used || used.where.test(source.path)) return [];
        return [{ path: source.path, line: lineOf(source, node), found: `${name} is used`, todo: used.because }];
      }),
    );

/** The global that a node uses, as `Date.now`, `new Date()` or `process`. */
const globalOf = (node: ts.Node, tree: ts.SourceFile): string | undefined => {
  if (ts.isIdentifier(node)) return isName(node) ? undefined : node.text;
  if (ts.isPropertyAccessExpression(node)) return node.getText(tree);
  const isNow = ts.isNewExpression(node) && node.expression.getText(tree) === 'Date' && !node.arguments?.length;
  return isNow ? 'new Date()' : undefined;
};

/** Whether an identifier only names a field, and stands for nothing itself. */
const isName = (node: ts.Identifier): boolean => {
  const { parent } = node;
  const isField = ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent);
  return (isField && parent.name === node) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent);
};

/** Finds files and folders of which the name says nothing. */
export const checkNames = (sources: readonly Source[]): readonly Violation[] =>
  sources.flatMap(({ path }) => {
    const empty = path.split('/').find((part) => emptyNames.includes(part.replace(/\..*$/, '')));
    const todo = 'name it after what it does; it is no place for whatever is left';
    return empty === undefined ? [] : [{ path, line: 1, found: `the name ${empty}`, todo }];
  });
