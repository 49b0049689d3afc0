import { createHash } from 'node:crypto';
import type { Entry } from './entry.ts';
import { entrySchema } from './entry-schema.ts';

/** What the first line of a journal names as the line before it. */
export const chainStart = '0'.repeat(64);

/** A journal read back. */
export type ReadChain =
  | {
      readonly kind: 'intact';
      readonly entries: readonly Entry[];
      /** The hash that the next line has to carry. */
      readonly head: string;
      /** How many bytes are whole lines; a torn last line begins there, and is cut off before anything is appended. */
      readonly length: number;
    }
  /** Somebody or something changed it: from this line on (counted from 1) it cannot be trusted. */
  | { readonly kind: 'broken'; readonly line: number; readonly because: string };

/** Writes an entry as one line that carries the hash of the bytes of the line before; gives the line and its own hash. */
export const linkEntry = (entry: Entry, prev: string): { readonly line: string; readonly hash: string } => {
  const line = JSON.stringify({ ...entry, prev });
  return { line: `${line}\n`, hash: hashOf(Buffer.from(line)) };
};

/**
 * Reads the bytes of a journal and checks the chain, from its beginning or after the line with the given hash; lines and bytes are
 * counted from there. A torn last line is expected, not an error.
 */
export const readChain = (bytes: Buffer, after = chainStart): ReadChain => {
  const entries: Entry[] = [];
  let head = after;
  let from = 0;
  for (let end = bytes.indexOf(newline, from); end >= 0; end = bytes.indexOf(newline, from)) {
    const line = bytes.subarray(from, end);
    const read = readLine(line, head);
    if ('because' in read) return { kind: 'broken', line: entries.length + 1, because: read.because };
    entries.push(read.entry);
    head = hashOf(line);
    from = end + 1;
  }
  return { kind: 'intact', entries, head, length: from };
};

const newline = 0x0a;

const readLine = (line: Buffer, head: string): { readonly entry: Entry } | { readonly because: string } => {
  const raw = parseJson(line.toString('utf8'));
  if (raw === undefined) return { because: 'it is not JSON' };
  const { prev, ...rest } = raw;
  if (prev !== head) return { because: 'it does not carry the hash of the line before' };
  const parsed = entrySchema.safeParse(rest);
  if (!parsed.success)
    return { because: `${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}` };
  // The schema lists exactly the fields of Entry; zod writes the optional status as possibly undefined.
  return { entry: parsed.data as Entry };
};

const parseJson = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    // A line is an object, or it is no entry; what is inside is checked by the schema.
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
