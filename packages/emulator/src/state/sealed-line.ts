import { crc32 } from 'node:zlib';

/** Lines of a state file, and the seal of the last one, which covers the content of all lines before it too. */
export interface Sealed {
  readonly text: string;
  readonly seal: number;
}

/** Before the first line. */
export const noSeal = 0;

/** Makes lines that follow one another of JSON texts: damage, a line too few, too many or in another place breaks a seal. */
export const sealAll = (texts: readonly string[], before: number): Sealed => {
  let seal = before;
  const lines = texts.map((json) => {
    seal = crc32(json, seal);
    return `${headOf(seal)}${json}]\n`;
  });
  return { text: lines.join(''), seal };
};

/** Reads a line without its end; undefined when its seal is not the one that it must have after the lines before. */
export const openLine = (
  line: Buffer,
  before: number,
): { readonly value: unknown; readonly seal: number } | undefined => {
  const json = line.subarray(headLength, -1);
  const seal = crc32(json, before);
  const isWhole = line.at(-1) === closing && line.toString('latin1', 0, headLength) === headOf(seal);
  return isWhole ? { value: JSON.parse(json.toString('utf8')), seal } : undefined;
};

/** A line is a JSON array of its seal and its value. */
const headOf = (seal: number): string => `["${seal.toString(16).padStart(8, '0')}",`;

const headLength = headOf(noSeal).length;
const closing = ']'.charCodeAt(0);
