import ts from 'typescript';
import { entries, type Library } from './library-program.ts';

/** Every type of ours that something public is made of and that nobody can import, as `Change needs PlannedItem`. */
export const hiddenTypes = ({ program }: Library): readonly string[] => {
  const checker = program.getTypeChecker();
  const exported = new Set(
    Object.values(entries).flatMap((file) => {
      const tree = program.getSourceFile(file);
      const module = tree && checker.getSymbolAtLocation(tree);
      return module ? checker.getExportsOfModule(module).map((symbol) => checker.getAliasedSymbol(symbol)) : [];
    }),
  );
  const isHidden = (symbol: ts.Symbol): boolean =>
    !exported.has(symbol) &&
    (symbol.flags & ts.SymbolFlags.TypeParameter) === 0 &&
    (symbol.declarations ?? []).some(isOurs);
  return [...exported].flatMap((symbol) => {
    const named = (symbol.declarations ?? []).flatMap(namesIn).flatMap((name) => resolved(checker, name));
    return [...new Set(named.filter(isHidden))].map(({ name }) => `${symbol.name} needs ${name}`);
  });
};

const isOurs = (node: ts.Node): boolean => !node.getSourceFile().fileName.includes('/node_modules/');

const resolved = (checker: ts.TypeChecker, name: ts.Node): readonly ts.Symbol[] => {
  const symbol = checker.getSymbolAtLocation(name);
  if (!symbol) return [];
  return [symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol];
};

/** The names of types in a declaration; what a function does inside is its own affair. */
const namesIn = (declaration: ts.Node): readonly ts.Node[] => {
  const names: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node)) names.push(node.typeName);
    if (ts.isTypeQueryNode(node)) names.push(node.exprName);
    const body = ts.isArrowFunction(node) ? node.body : undefined;
    ts.forEachChild(node, (child) => {
      if (child !== body) visit(child);
    });
  };
  visit(declaration);
  return names;
};
