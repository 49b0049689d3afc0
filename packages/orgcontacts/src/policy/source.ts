import { type Document, isMap, isNode, isScalar, LineCounter, type Node, type Pair, parseAllDocuments } from 'yaml';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.ts';

/** The text of a policy file with its YAML document, and the way from a value to its place. */
export interface Source {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** The way to a value inside the document: keys and indexes. */
export type Path = readonly PropertyKey[];

/** Reads YAML 1.2 without resolving anything beyond it; several documents are kept, so that the second can be told. */
export const readYaml = (
  text: string,
  file: string,
): { readonly source: Source; readonly documents: readonly Document[] } => {
  const documents = parseAllDocuments(text, { prettyErrors: false, uniqueKeys: true, stringKeys: true });
  // An empty stream has no documents; it is treated as an empty one.
  const [document = parseEmpty()] = documents;
  return { source: { file, document, lines: countLines(text) }, documents };
};

/** Counts the lines of the text itself: where YAML finds an error, its parser may leave lines uncounted. */
const countLines = (text: string): LineCounter => {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return lines;
};

const parseEmpty = (): Document => {
  const [document] = parseAllDocuments('~');
  if (!document) throw new Error('YAML did not read the empty document.');
  return document;
};

/** The values of the document as plain data, or that YAML cannot tell them: aliases to nothing, or multiplying beyond all bounds. */
export const valuesIn = (
  source: Source,
):
  | { readonly kind: 'values'; readonly raw: unknown }
  | { readonly kind: 'unresolved'; readonly diagnostic: Diagnostic } => {
  try {
    return { kind: 'values', raw: source.document.toJS({ maxAliasCount: 100 }) };
  } catch (thrown) {
    // The only error that the library documents for this step.
    if (!(thrown instanceof ReferenceError)) throw thrown;
    const diagnostic: Diagnostic = {
      code: 'yaml-syntax',
      severity: 'error',
      message: `YAML cannot resolve the aliases of this file: ${thrown.message}.`,
      help: 'Write the values out, or use fewer aliases.',
      place: placeAt(source, 0),
    };
    return { kind: 'unresolved', diagnostic };
  }
};

/** The place of a character of a text that has not been parsed. */
export const placeInText = (text: string, file: string, offset: number): Place => {
  const before = text.slice(0, offset).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, length: 1 };
};

/** The place of a range of characters of the file. */
export const placeAt = ({ file, lines }: Source, from: number, to = from + 1): Place => {
  const start = lines.linePos(from);
  const end = lines.linePos(Math.max(from, to));
  const length = start.line === end.line ? Math.max(1, end.col - start.col) : 1;
  return { file, line: Math.max(1, start.line), column: Math.max(1, start.col), length };
};

/** The place of the value at a path; of the nearest value around it when there is none. */
export const placeOf = (source: Source, path: Path): Place => {
  const node = source.document.getIn(path, true);
  if (isNode(node) && node.range) return placeAt(source, node.range[0], endOf(node));
  return path.length === 0 ? placeAt(source, 0) : placeOf(source, path.slice(0, -1));
};

/** The place of a key of the mapping at a path. */
export const placeOfKey = (source: Source, path: Path, key: string): Place => {
  const pair = pairOf(source, path, key);
  return isNode(pair?.key) && pair.key.range
    ? placeAt(source, pair.key.range[0], pair.key.range[1])
    : placeOf(source, path);
};

/** How a value is written in the file, as `+15555550100`; undefined where it is no plain value. */
export const textAt = ({ document }: Source, path: Path): string | undefined => {
  const node = document.getIn(path, true);
  return isScalar(node) ? node.source : undefined;
};

const pairOf = ({ document }: Source, path: Path, key: string): Pair | undefined => {
  const node = document.getIn(path, true);
  return isMap(node) ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === key) : undefined;
};

/** A mapping or list is marked by its first line only: it may go on for pages. */
const endOf = (node: Node): number => node.range?.[1] ?? 0;
