/** A body as text, or that it was cut. */
export type Body = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'too-large' };

/** Bodies are cut at this size, in bytes: no call of these services comes near it. */
const largestBody = 1024 * 1024;

/** What is too large is read on up to this size, and not kept: many clients hear an answer only after they have sent everything. */
const largestHeard = 64 * largestBody;

/** Reads a body as it arrives. */
export const readBody = async (arriving: AsyncIterable<Uint8Array>): Promise<Body> => {
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
