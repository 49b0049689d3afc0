/** What a segment says that cuts a journal off after so many bytes: no entry of a journal looks so. */
export const cutMark = (length: number): string => `${JSON.stringify({ cut: length })}\n`;

/** Puts a journal together from its segments, in their order. */
export const joinSegments = (bodies: readonly Buffer[]): Buffer => {
  let parts: Buffer[] = [];
  for (const body of bodies) {
    const [, cut] = body.length < 64 ? (/^\{"cut":(\d+)\}\n$/.exec(body.toString('utf8')) ?? []) : [];
    if (cut === undefined) parts.push(body);
    else parts = [Buffer.concat(parts).subarray(0, Number(cut))];
  }
  return Buffer.concat(parts);
};
