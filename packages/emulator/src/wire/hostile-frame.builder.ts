import fc from 'fast-check';
import { signedAs } from '../client.builder.ts';
import type { ServiceName } from '../operation.ts';
import { ids } from '../world/worlds.builder.ts';
import { userKeys } from './hostile-world.builder.ts';

/** A request as it goes over HTTP, whether it makes sense or not. */
export interface HostileRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const mebibyte = 1024 * 1024;

/** An object around the size at which bodies are cut. */
export const largeBody = fc
  .constantFrom(mebibyte - 1, mebibyte, mebibyte + 1, 2 * mebibyte)
  .map((size) => `{"Filler":"${'x'.repeat(size - '{"Filler":""}'.length)}"}`);

/** Header values are printable: what is not is sent as bytes. */
export const junk = fc
  .string({ unit: fc.constantFrom(...'aA0 =/,;:%*"\\{.-'), maxLength: 30 })
  .map((text) => text.trim());

const contentTypes = [
  ...['application/json', 'application/x-amz-json-1.1', 'application/x-www-form-urlencoded', 'text/plain', '*/*'],
  ...['application/json; charset=utf-16', 'multipart/form-data; boundary=x', 'application/cbor', 'text/xml', ';'],
];

export const without = (headers: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

const signer = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom<string>(ids.management, ids.management, ids.delegated, ids.member) },
  { weight: 3, arbitrary: fc.constantFrom<string>(...userKeys) },
  { weight: 1, arbitrary: fc.constantFrom<string>(ids.suspended, ids.unknown, 'ASIAIOSFODNN7EXAMPLE', 'test') },
);

const authorization = (service: ServiceName) =>
  fc.oneof(
    { weight: 20, arbitrary: signer.map((id) => signedAs(id, service)['authorization']) },
    { weight: 1, arbitrary: fc.option(junk, { nil: undefined }) },
    { weight: 1, arbitrary: junk.map((text) => `AWS4-HMAC-SHA256 Credential=${text}/x/y/`) },
  );

export const headersOf = (service: ServiceName, usual: string) =>
  fc.record({
    authorization: authorization(service),
    'content-type': fc.oneof(
      { weight: 6, arbitrary: fc.constant<string | undefined>(usual) },
      { weight: 2, arbitrary: fc.constantFrom(undefined, ...contentTypes) },
      { weight: 1, arbitrary: junk },
    ),
    'x-amz-security-token': fc.option(junk, { nil: undefined, freq: 1 }),
    'content-encoding': fc.option(fc.constantFrom('gzip', 'identity', 'br'), { nil: undefined, freq: 1 }),
  });

export const usualMethod = fc.oneof(
  { weight: 12, arbitrary: fc.constant('POST') },
  { weight: 1, arbitrary: fc.constantFrom('GET', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS') },
);

export const oddPath = fc.oneof(
  fc.constantFrom(
    '/',
    '//',
    '/%00',
    '/..',
    '/a/b',
    '/_emulator/',
    '/_emulator/nothing',
    '/?',
    '/toString',
    '/__proto__',
  ),
  fc.string({ unit: fc.constantFrom(...'aZ0/%?#=&.:@_-'), maxLength: 30 }).map((text) => `/${text}`),
  fc.constantFrom(100, 4000).map((length) => `/${'a'.repeat(length)}`),
);
