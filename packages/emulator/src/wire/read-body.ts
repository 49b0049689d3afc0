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

/** Reads a body as it arrives; those for the control address may be as large as a world. */
export const readBody = async (arriving: AsyncIterable<Uint8Array>, path: string): Promise<Body> => {
  const largestBody = path.startsWith(controlPrefix) ? largestWorld : largestCall;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of arriving) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
    else chunks.length = 0;
    if (size > largestHeard) break;
  }
  return size > largestBody ? { kind: 'too-large' } : { kind: 'text', text: Buffer.concat(chunks).toString('utf8') };
};
