import { createHash } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A unique id of IAM, as `AROA…` for a role: its prefix and 17 characters more (AWS docs: IAM identifiers), the same for the same ARN. */
export const uniqueId = (prefix: 'AIDA' | 'AROA', arn: string): string => prefix + digits(`${prefix} ${arn}`, 17);

/** So many characters A-Z and 2-7 that depend on a text and nothing else. */
export const digits = (text: string, length: number): string =>
  [...createHash('sha512').update(text).digest()]
    .slice(0, length)
    .map((byte) => alphabet.charAt(byte % alphabet.length))
    .join('');
