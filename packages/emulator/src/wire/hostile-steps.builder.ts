import fc from 'fast-check';
import type { Step } from './exchange.builder.ts';
import type { HostileRequest } from './hostile-frame.builder.ts';
import { hostileRequest } from './hostile-request.builder.ts';

/** Bytes to send, that a report of a failure shows in brief: it can be repeated from its seed. */
const send = (data: string | Uint8Array): Step => {
  const bytes = Buffer.from(data);
  const beginning = JSON.stringify(bytes.subarray(0, 300).toString('latin1'));
  return Object.assign({ kind: 'send', bytes } as const, {
    [fc.toStringMethod]: () => `send ${bytes.length} bytes: ${beginning}`,
  });
};

const end: Step = { kind: 'end' };

const headOf = ({ method, path, headers }: HostileRequest, more: readonly string[]): string =>
  [
    `${method} ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...more,
    '\r\n',
  ].join('\r\n');

/** A request as it goes over a socket; the connection ends with its answer. */
const written = (request: HostileRequest): string =>
  headOf(request, ['Connection: close', `Content-Length: ${Buffer.byteLength(request.body)}`]) + request.body;

const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

const chunked = (request: HostileRequest, body: string, ...more: readonly string[]): string =>
  headOf(request, ['Connection: close', 'Transfer-Encoding: chunked', ...more]) + body;

const whole = hostileRequest.map((request): readonly Step[] => [send(written(request))]);

const inChunks = hostileRequest.map((request): readonly Step[] => [
  send(chunked(request, chunk(request.body) + chunk(''))),
]);

const badChunks = fc
  .tuple(
    hostileRequest,
    fc.constantFrom(
      ...['zz\r\nabc\r\n', '-1\r\nabc\r\n', 'ffffffffffffffffff\r\nabc', '5\r\nabc\r\n0\r\n\r\n', '3\r\nabcdef\r\n'],
      ...[
        '3;',
        `3;${'x'.repeat(20_000)}\r\nabc\r\n`,
        '\r\n\r\n',
        '0\r\nTrailer',
        '3\nabc\n0\n\n',
        '0x3\r\nabc\r\n0\r\n\r\n',
      ],
    ),
  )
  .map(([request, body]): readonly Step[] => [send(chunked(request, body)), end]);

const twoLengths = fc
  .tuple(
    hostileRequest,
    fc.constantFrom(
      'Content-Length: 3',
      'Content-Length: -1',
      'Content-Length: 1e3',
      'Content-Length: 99999999999999999999',
    ),
    fc.boolean(),
  )
  .map(([request, length, isChunked]): readonly Step[] => [
    send(isChunked ? chunked(request, chunk('abc'), length) : `${headOf(request, ['Content-Length: 3', length])}abc`),
    end,
  ]);

/** A body that is longer, or shorter, than it says. */
const wrongLength = fc.tuple(hostileRequest, fc.constantFrom(-3, -1, 1, 1000)).map(([request, by]): readonly Step[] => {
  const length = Math.max(0, Buffer.byteLength(request.body) + by);
  return [send(headOf(request, [`Content-Length: ${length}`]) + request.body), end];
});

const cut = fc
  .tuple(hostileRequest, fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom<Step>(end, { kind: 'leave' }))
  .map(([request, share, last]): readonly Step[] => {
    const bytes = Buffer.from(written(request));
    return [send(bytes.subarray(0, Math.floor(bytes.length * share))), { kind: 'wait', milliseconds: 2 }, last];
  });

/** Some bytes of it are others. */
const flipped = fc
  .tuple(hostileRequest, fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 6 }))
  .map(([request, changes]): readonly Step[] => {
    const bytes = Buffer.from(written(request));
    for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
    return [send(bytes), end];
  });

const garbage = fc
  .oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.constantFrom(
      'GET /\r\n\r\n',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      '\r\n\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      'POST',
    ),
    fc.constantFrom(
      'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n',
      'GET / HTTP/1.1\r\n\r\n',
      '\u0016\u0003\u0001\u0002\u0000\u0001',
    ),
  )
  .map((data): readonly Step[] => [send(data), end]);

const oddHeaders = fc
  .tuple(
    hostileRequest,
    fc.constantFrom(
      ...[
        `X: ${'x'.repeat(20_000)}`,
        'X: 1\r\n'.repeat(3000).trim(),
        `${'x'.repeat(300)}: 1`,
        ': 1',
        'a b: 1',
        'X: \u0000',
      ],
      ...['X: 1\r\n folded', 'Expect: 100-continue', 'Expect: a-miracle', 'Upgrade: websocket\r\nConnection: Upgrade'],
      ...[
        'Host: example.com',
        'Transfer-Encoding: gzip',
        'Transfer-Encoding: chunked, chunked',
        '__proto__: 1',
        'X: é',
      ],
      ...['Cookie: a\r\nCookie: b', 'Authorization: x', 'Content-Type: a\r\nContent-Type: b', 'Trailer: X'],
    ),
  )
  .map(([request, header]): readonly Step[] => [
    send(headOf(request, [header, 'Connection: close', `Content-Length: ${Buffer.byteLength(request.body)}`])),
    send(request.body),
    end,
  ]);

const pipelined = fc
  .array(hostileRequest, { minLength: 2, maxLength: 6 })
  .map((requests): readonly Step[] => [
    send(
      requests
        .map((request) => headOf(request, [`Content-Length: ${Buffer.byteLength(request.body)}`]) + request.body)
        .join(''),
    ),
    end,
  ]);

/** Larger than a body may be, with its length said beforehand or not. */
const oversize = fc
  .tuple(hostileRequest, fc.constantFrom(1, 3, 20), fc.boolean())
  .map(([request, mebibytes, isChunked]): readonly Step[] => {
    const piece = 'x'.repeat(1024 * 1024);
    const method = { ...request, method: 'POST' };
    return isChunked
      ? [
          send(chunked(method, '')),
          ...Array.from({ length: mebibytes }, () => send(chunk(piece))),
          send(chunk('x0')),
          send(chunk('')),
        ]
      : [send(written({ ...method, body: `${piece.repeat(mebibytes)}x` }))];
  });

/** A few bytes at a time. */
const trickling = fc.tuple(hostileRequest, fc.integer({ min: 1, max: 40 })).map(([request, size]): readonly Step[] => {
  const bytes = Buffer.from(written(request));
  const parts = Array.from({ length: Math.min(20, Math.ceil(bytes.length / size)) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
  return [...parts.flatMap((part) => [send(part), { kind: 'wait', milliseconds: 1 } as const]), end];
});

/** Anything that somebody could do to a server with one connection, in a moment. */
export const hostileSteps: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 12, arbitrary: whole },
  { weight: 2, arbitrary: inChunks },
  { weight: 1, arbitrary: badChunks },
  { weight: 1, arbitrary: twoLengths },
  { weight: 1, arbitrary: wrongLength },
  { weight: 1, arbitrary: cut },
  { weight: 2, arbitrary: flipped },
  { weight: 2, arbitrary: garbage },
  { weight: 1, arbitrary: oddHeaders },
  { weight: 1, arbitrary: pipelined },
  { weight: 1, arbitrary: oversize },
  { weight: 1, arbitrary: trickling },
);
