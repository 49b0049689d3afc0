/** A body that dribbles comes in so many pieces at most. */
const mostPieces = 10;

/**
 * Gives a body piece by piece, so that the last one comes after so many milliseconds; ends early when the signal is aborted, as nobody
 * listens any more.
 */
export async function* dribble(
  body: string,
  milliseconds: number,
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const pieces = piecesOf(new TextEncoder().encode(body));
  for (const piece of pieces) {
    await sleep(milliseconds / pieces.length, signal);
    if (signal.aborted) return;
    yield piece;
  }
}

const piecesOf = (bytes: Uint8Array): readonly Uint8Array[] => {
  const length = Math.max(1, Math.ceil(bytes.length / mostPieces));
  const count = Math.max(1, Math.ceil(bytes.length / length));
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * length, (index + 1) * length));
};
