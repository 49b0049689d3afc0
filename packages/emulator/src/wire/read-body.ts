/** A body as text, or that it was cut. */
export type Body = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'too-large' };

/** Bodies are cut at this size while they arrive, in bytes: no call of these services comes near it. */
const largestBody = 1024 * 1024;

/** Reads a body as it arrives, and stops as soon as it is too large. */
export const readBody = async (arriving: AsyncIterable<Uint8Array>): Promise<Body> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of arriving) {
    size += chunk.length;
    if (size > largestBody) return { kind: 'too-large' };
    chunks.push(chunk);
  }
  return { kind: 'text', text: Buffer.concat(chunks).toString('utf8') };
};
