import ts from 'typescript';
import { codeIn } from './find-examples.ts';
import { entries, type Library } from './library-program.ts';

/** Something that an entry of the library exports. */
export interface Exported {
  readonly name: string;
  /** A type has no value when the program runs. */
  readonly isType: boolean;
  readonly isFunction: boolean;
  /** What its comment says, without the examples. */
  readonly about: string;
  readonly examples: readonly string[];
}

/** What each entry exports, sorted by name. */
export const exportsOf = ({ program }: Library): Readonly<Record<string, readonly Exported[]>> => {
  const checker = program.getTypeChecker();
  return Object.fromEntries(
    Object.entries(entries).map(([name, file]) => {
      const tree = program.getSourceFile(file);
      const module = tree && checker.getSymbolAtLocation(tree);
      const symbols = module ? checker.getExportsOfModule(module) : [];
      return [name, symbols.map((symbol) => describe(checker, symbol)).toSorted(byName)];
    }),
  );
};

const byName = (one: Exported, other: Exported): number => (one.name < other.name ? -1 : 1);

const describe = (checker: ts.TypeChecker, exported: ts.Symbol): Exported => {
  const symbol = checker.getAliasedSymbol(exported);
  const isType = (symbol.flags & ts.SymbolFlags.Value) === 0;
  const tags = symbol.getJsDocTags(checker).filter(({ name }) => name === 'example');
  return {
    name: exported.name,
    isType,
    isFunction: !isType && checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0,
    about: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    examples: tags.map(({ text }) => codeIn(ts.displayPartsToString(text))),
  };
};
