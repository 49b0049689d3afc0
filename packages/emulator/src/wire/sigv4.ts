import { createHash, createHmac } from 'node:crypto';
import type { WireRequest } from './request.ts';

/** What the Authorization header of a signed request says (AWS docs: elements of a SigV4 request). */
export interface SignatureClaim {
  readonly accessKeyId: string;
  /** The scope: the day as `20261124`, any region, the service and `aws4_request`. */
  readonly day: string;
  readonly region: string;
  readonly service: string;
  readonly terminator: string;
  /** Names of headers, in lower case. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const claimed =
  /^AWS4-HMAC-SHA256\s+Credential=([^/,\s]+)\/([^/,\s]*)\/([^/,\s]*)\/([^/,\s]*)\/([^/,\s]*),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]+)$/;

/** Reads the header; undefined when something is missing. */
export const parseClaim = (authorization: string): SignatureClaim | undefined => {
  const [whole, accessKeyId = '', day = '', region = '', service = '', terminator = '', headers = '', signature = ''] =
    claimed.exec(authorization) ?? [];
  if (whole === undefined) return undefined;
  return { accessKeyId, day, region, service, terminator, signedHeaders: headers.split(';'), signature };
};

/** Makes the signature that a request has to have (AWS docs: create a signed AWS API request). */
export const makeSignature = (request: WireRequest, claim: SignatureClaim, time: string, secret: string): string => {
  const { day, region, service, terminator } = claim;
  const scope = [day, region, service, terminator];
  const text = ['AWS4-HMAC-SHA256', time, scope.join('/'), sha256(canonicalRequest(request, claim))].join('\n');
  const key = scope.reduce<string | Buffer>((previous, part) => hmac(previous, part), `AWS4${secret}`);
  return hmac(key, text).toString('hex');
};

const canonicalRequest = ({ method, path, query, headers, body }: WireRequest, { signedHeaders }: SignatureClaim) =>
  [
    method,
    path.split('/').map(escaped).join('/'),
    canonicalQuery(query),
    ...signedHeaders.map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/ +/g, ' ')}`),
    '',
    signedHeaders.join(';'),
    sha256(body),
  ].join('\n');

const canonicalQuery = (query: string): string =>
  query
    .split('&')
    .filter((pair) => pair !== '')
    .map(canonicalPair)
    .toSorted((one, other) => compare(one[0], other[0]) || compare(one[1], other[1]))
    .map((pair) => pair.join('='))
    .join('&');

const canonicalPair = (pair: string): readonly [string, string] => {
  const end = pair.includes('=') ? pair.indexOf('=') : pair.length;
  return [escaped(unescaped(pair.slice(0, end))), escaped(unescaped(pair.slice(end + 1)))];
};

/** By code point, as AWS sorts. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** What is no escape stays as it was sent. */
const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Everything but letters, digits and `-._~` (AWS docs: URI encoding in SigV4). A path is escaped once more than it was sent. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
