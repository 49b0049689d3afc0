/**
 * A journal as objects that are never written twice. Segments are numbered, and hold lines in their order; a pack holds several segments in
 * one, so that reading a long journal does not take a call for every few lines.
 */
export const segmentKey = (number: number): string => `${digits(number)}.jsonl`;

/** The name of a pack of the segments from one number to another. */
export const packKey = (first: number, last: number): string => `${digits(first)}-${digits(last)}.pack.jsonl`;

const digits = (number: number): string => String(number).padStart(8, '0');

/** An object of a journal: which segments it holds. */
export interface Piece {
  readonly key: string;
  readonly first: number;
  readonly last: number;
}

/** Chooses the objects that hold a whole journal, in their order: packs, and the segments that are in no pack. Names that are none are left out. */
export const choosePieces = (keys: readonly string[]): readonly Piece[] => {
  const pieces = keys.flatMap(pieceOf).toSorted((one, other) => one.first - other.first || other.last - one.last);
  let held = 0;
  return pieces.filter(({ first, last }) => {
    if (first <= held) return false;
    held = last;
    return true;
  });
};

const pieceOf = (key: string): Piece[] => {
  const [, first, last] = /(?:^|\/)(\d{8})(?:-(\d{8})\.pack)?\.jsonl$/.exec(key) ?? [];
  return first === undefined ? [] : [{ key, first: Number(first), last: Number(last ?? first) }];
};
