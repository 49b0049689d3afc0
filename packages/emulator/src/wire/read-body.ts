/** Everything below this path is the emulator's own, and no AWS service's. */
export const controlPrefix = '/_emulator/';

/** A body as text, or that it was cut. */
export type Body = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'too-large' };

/** Bodies are cut at this size, in bytes: no call of these services comes near it. */
const largestCall = 1024 * 1024;

/** A world of 50,000 accounts is some 40 MB; only the control address is sent worlds. */
const largestWorld = 64 * largestCall;

/** What is too large is read on up to this size, and not kept: many clients hear an answer only after they have sent everything. */
const largestHeard = 64 * largestCall;

/** Puts a body together, whatever way its pieces come. */
export interface BodyCollector {
  /** Takes the next piece; false when nothing more has to be heard. */
  take(piece: Uint8Array): boolean;
  body(): Body;
}

/** Makes a collector for a request to a path; those for the control address may be as large as a world. */
export const collectBody = (path: string): BodyCollector => {
  const largestBody = path.startsWith(controlPrefix) ? largestWorld : largestCall;
  const pieces: Uint8Array[] = [];
  let size = 0;
  return {
    take: (piece) => {
      size += piece.length;
      if (size <= largestBody) pieces.push(piece);
      else pieces.length = 0;
      return size <= largestHeard;
    },
    body: () =>
      size > largestBody ? { kind: 'too-large' } : { kind: 'text', text: Buffer.concat(pieces).toString('utf8') },
  };
};
