import { accountVariables, type Piece, type RawPiece } from './piece.ts';

/** A field read: its pieces in order, or what is wrong with it. */
export type ParsedTemplate =
  | { readonly kind: 'pieces'; readonly pieces: readonly RawPiece[] }
  | { readonly kind: 'wrong'; readonly because: string };

/** An escaped `${`, or a variable with what stands inside it and its end. */
const marks = /\$\$\{|\$\{([^}]*)(\}?)/g;

/** Reads a field that may hold variables, as `aws+${account.id}@example.com`; `$${` stands for `${` itself. Never throws. */
export const parseTemplate = (text: string): ParsedTemplate => {
  const pieces: RawPiece[] = [];
  let literal = '';
  let from = 0;
  for (const { 0: mark, 1: inside, 2: end, index } of text.matchAll(marks)) {
    literal += text.slice(from, index);
    from = index + mark.length;
    if (inside === undefined) {
      literal += '${';
      continue;
    }
    if (end === '') return { kind: 'wrong', because: 'a ${ has no } after it' };
    const piece = parseVariable(inside);
    if (piece === undefined) return { kind: 'wrong', because: `${mark} is no variable` };
    pieces.push(...textPiece(literal), piece);
    literal = '';
  }
  return { kind: 'pieces', pieces: [...pieces, ...textPiece(literal + text.slice(from))] };
};

const textPiece = (text: string): readonly Piece[] => (text === '' ? [] : [{ kind: 'text', text }]);

/** Writes a text so that a template gives it back as it is. */
export const escapeTemplate = (text: string): string => text.replaceAll('${', () => '$${');

const parseVariable = (inside: string): RawPiece | undefined => {
  const [, kind, name] = /^(account\.|tag\.|env:|file:)(.+)$/s.exec(inside) ?? [];
  if (kind === undefined || name === undefined) return undefined;
  switch (kind) {
    case 'account.': {
      const variable = accountVariables.find((each) => each === name);
      return variable && { kind: 'account', variable };
    }
    case 'tag.':
      return tagPiece(name);
    case 'env:':
      return { kind: 'reference', reference: { kind: 'env', name } };
    default:
      return { kind: 'reference', reference: { kind: 'file', path: name } };
  }
};

const tagPiece = (inside: string): Piece | undefined => {
  const at = inside.indexOf(':-');
  const key = at < 0 ? inside : inside.slice(0, at);
  return key === '' ? undefined : { kind: 'tag', key, otherwise: at < 0 ? null : inside.slice(at + 2) };
};
