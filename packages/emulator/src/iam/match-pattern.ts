/** The value of a policy variable; undefined when the request has none. */
export type Variables = (name: string) => string | undefined;

/** A pattern with its variables replaced: what a variable holds is never a wildcard. */
type Piece =
  | { readonly kind: 'text'; readonly character: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'any' };

/** Whether a text matches a pattern in which `*` stands for any run of characters and `?` for one (AWS docs: IAM policy elements). */
export const matchPattern = (pattern: string, text: string, variables?: Variables): boolean => {
  if (pattern === '*') return true;
  if (!/[*?$]/.test(pattern)) return pattern === text;
  const pieces = piecesOf(pattern, variables);
  return pieces !== undefined && matchPieces(pieces, [...text]);
};

/** A text with its variables replaced; undefined when one of them has no value: then nothing is equal to it. */
export const replaceVariables = (text: string, variables: Variables): string | undefined => {
  let isWhole = true;
  const replaced = text.replaceAll(variable, (_, inside: string) => {
    const value = valueIn(inside, variables);
    isWhole &&= value !== undefined;
    return value ?? '';
  });
  return isWhole ? replaced : undefined;
};

const variable = /\$\{([^{}]*)\}/g;

/** `${*}`, `${?}` and `${$}` are those characters themselves; `${key, 'default'}` has a default (AWS docs: policy variables). */
const valueIn = (inside: string, variables: Variables): string | undefined => {
  if (inside === '*' || inside === '?' || inside === '$') return inside;
  const [, name = inside, preset] = /^(.*?)\s*,\s*'(.*)'$/.exec(inside) ?? [];
  return variables(name.trim()) ?? preset;
};

const piecesOf = (pattern: string, variables: Variables | undefined): readonly Piece[] | undefined => {
  if (variables === undefined) return [...pattern].map(pieceOf);
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: whole, 1: inside = '', index } of pattern.matchAll(variable)) {
    const value = valueIn(inside, variables);
    if (value === undefined) return undefined;
    pieces.push(...[...pattern.slice(from, index)].map(pieceOf), ...[...value].map(literal));
    from = index + whole.length;
  }
  return [...pieces, ...[...pattern.slice(from)].map(pieceOf)];
};

const literal = (character: string): Piece => ({ kind: 'text', character });

const pieceOf = (character: string): Piece => {
  if (character === '*') return { kind: 'any' };
  return character === '?' ? { kind: 'one' } : literal(character);
};

/** Two pointers and one step back: no regular expression that a pattern could blow up. */
const matchPieces = (pieces: readonly Piece[], text: readonly string[]): boolean => {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let index = 0; index < text.length; ) {
    const piece = pieces[at];
    if (piece?.kind === 'any') {
      star = at++;
      resume = index;
    } else if (piece && (piece.kind === 'one' || piece.character === text[index])) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++resume;
    } else return false;
  }
  return pieces.slice(at).every(({ kind }) => kind === 'any');
};
