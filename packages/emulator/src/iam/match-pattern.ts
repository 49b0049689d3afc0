import { segmentsOf, type Variables } from './variables.ts';

/** One place of a pattern; what a variable holds is text, and never a wildcard. */
type Piece = { readonly kind: 'text'; readonly unit: string } | { readonly kind: 'one' } | { readonly kind: 'any' };

/**
 * Whether a text matches a pattern in which `*` stands for any run of characters and `?` for one (AWS docs: IAM policy elements). A
 * character is a UTF-16 unit (observed on live AWS).
 */
export const matchPattern = (pattern: string, text: string, variables?: Variables): boolean => {
  if (pattern === '*') return true;
  if (!/[*?$]/.test(pattern)) return pattern === text;
  const pieces = piecesOf(pattern, variables);
  return pieces !== undefined && matchPieces(pieces, text);
};

/**
 * Whether an ARN matches a pattern part by part: a wildcard does not go beyond a colon, but in the last of the six parts, which may hold
 * colons (AWS docs: ARN condition operators).
 */
export const matchArn = (pattern: string, arn: string, variables?: Variables): boolean => {
  if (pattern === '*') return true;
  const wanted = piecesOf(pattern, variables);
  if (!wanted) return false;
  const parts = partsOf(wanted, (piece) => piece.kind === 'text' && piece.unit === ':');
  const found = partsOf(arn.split(''), (unit) => unit === ':');
  return (
    parts.length === found.length && parts.every((part, index) => matchPieces(part, (found[index] ?? []).join('')))
  );
};

/** Whether a text is an ARN: six parts at least, `arn` the first. */
export const isArn = (text: string): boolean => /^arn(?::[^:]*){4}:/.test(text);

/** Cuts at the first five colons. */
const partsOf = <Item>(items: readonly Item[], isColon: (item: Item) => boolean): readonly (readonly Item[])[] => {
  const parts: Item[][] = [[]];
  for (const item of items) {
    if (isColon(item) && parts.length < 6) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts;
};

const piecesOf = (pattern: string, variables: Variables | undefined): readonly Piece[] | undefined =>
  segmentsOf(pattern, variables)?.flatMap(({ text, isValue }) => text.split('').map(isValue ? literal : pieceOf));

const literal = (unit: string): Piece => ({ kind: 'text', unit });

const pieceOf = (unit: string): Piece => {
  if (unit === '*') return { kind: 'any' };
  return unit === '?' ? { kind: 'one' } : literal(unit);
};

/** Two pointers and one step back: no regular expression that a pattern could blow up. */
const matchPieces = (pieces: readonly Piece[], text: string): boolean => {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let index = 0; index < text.length; ) {
    const piece = pieces[at];
    if (piece?.kind === 'any') {
      star = at++;
      resume = index;
    } else if (piece && (piece.kind === 'one' || piece.unit === text[index])) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++resume;
    } else return false;
  }
  return pieces.slice(at).every(({ kind }) => kind === 'any');
};
