import { CST, Lexer } from 'yaml';

/** How many levels may be open at once; a policy file needs about a dozen, counted as here. */
export const deepestNesting = 64;

/**
 * Where a text gets nested too deeply, as an offset; undefined when it does not. It has to be known before the text is parsed:
 * building a tree of many thousand levels ends the whole process, and no `catch` can help that.
 */
export const findDeepNesting = (text: string): number | undefined => {
  // The columns at which the blocks that are still open began: an upper bound of their number.
  const blocks: number[] = [];
  let brackets = 0;
  // Dashes and questions have no place inside brackets, and the parser leaves the brackets for them: each is one level more.
  let strays = 0;
  for (const { type, offset, column, opens } of piecesOf(text)) {
    brackets = bracketsAfter(brackets, type);
    if (brackets === 0) strays = 0;
    else if (strayInBrackets.has(type)) strays++;
    if (opens && brackets === 0 && steps[type ?? ''] === undefined) openBlock(blocks, column);
    if (blocks.length + brackets + strays > deepestNesting) return offset;
  }
  return undefined;
};

/** How each bracket changes the number of those that are open. */
const steps: Readonly<Partial<Record<string, number>>> = {
  'flow-map-start': 1,
  'flow-seq-start': 1,
  'flow-map-end': -1,
  'flow-seq-end': -1,
  'flow-error-end': Number.NEGATIVE_INFINITY,
};

const bracketsAfter = (brackets: number, type: Piece['type']): number =>
  Math.max(0, brackets + (steps[type ?? ''] ?? 0));

const openBlock = (blocks: number[], column: number): void => {
  while ((blocks.at(-1) ?? -1) >= column) blocks.pop();
  blocks.push(column);
};

interface Piece {
  readonly type: ReturnType<typeof CST.tokenType>;
  readonly offset: number;
  readonly column: number;
  /** Whether a block may begin here: it is the first of its line, or follows `-`, `?` or `:`. */
  readonly opens: boolean;
}

const strayInBrackets = new Set<Piece['type']>(['seq-item-ind', 'explicit-key-ind']);

const indicators = new Set<Piece['type']>(['seq-item-ind', 'explicit-key-ind', 'map-value-ind']);

/** What neither opens nor ends a block, wherever it stands. */
const unseen = new Set<Piece['type']>(['space', 'newline', 'comment']);

/** The pieces of the text as the lexer cuts it, without blanks, line breaks and comments. */
function* piecesOf(text: string): Generator<Piece> {
  let offset = 0;
  let lineStart = 0;
  let opens = true;
  for (const { token, type, isMark } of tokensOf(text)) {
    const isSeen = isMark ? type === 'flow-error-end' : !unseen.has(type);
    if (isSeen) yield { type, offset, column: offset - lineStart, opens: opens && !isMark };
    if (isMark) continue;
    offset += token.length;
    if (token.endsWith('\n')) lineStart = offset;
    if (type !== 'space') opens = token.endsWith('\n') || indicators.has(type);
  }
}

/** The lexer puts marks between the pieces, which are no part of the text; one of them says that a scalar follows. */
const marks: ReadonlySet<string> = new Set([CST.SCALAR, CST.DOCUMENT, CST.FLOW_END]);

interface Token {
  readonly token: string;
  readonly type: Piece['type'];
  readonly isMark: boolean;
}

function* tokensOf(text: string): Generator<Token> {
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    const isMark: boolean = !isScalar && marks.has(token);
    const type: Piece['type'] = isScalar ? 'scalar' : CST.tokenType(token);
    yield { token, type, isMark };
    isScalar = isMark && token === CST.SCALAR;
  }
}
