import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody } from './wire/read-body.ts';
import { ownMistake, tooLarge, type WireAnswer, type WireRequest } from './wire/request.ts';

/** An emulator at an address. */
export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Ends at once, open connections included. */
  close(): Promise<void>;
}

/** Answers over HTTP on 127.0.0.1, and nowhere else. Port 0 picks a free one. */
export const listen = async (
  answer: (request: WireRequest) => WireAnswer | Promise<WireAnswer>,
  port: number,
): Promise<Listening> => {
  const server = createServer((incoming, response) => {
    serve(answer, incoming, response).catch((thrown: unknown) => send(response, ownMistake(thrown)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // A server that listens on TCP has an address of this form.
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const serve = async (
  answer: (request: WireRequest) => WireAnswer | Promise<WireAnswer>,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  // Without an encoding a request gives buffers; it fails when the client goes away.
  const body = await readBody(incoming as AsyncIterable<Buffer>).catch(() => undefined);
  if (body === undefined) return void incoming.destroy();
  if (body.kind === 'too-large') return send(response, tooLarge);
  const { method = 'GET', url = '/', headers } = incoming;
  send(response, await answer({ method, path: pathOf(url), headers: flatten(headers), body: body.text }));
};

const pathOf = (url: string): string => url.split('?', 1)[0] ?? '/';

const flatten = (headers: IncomingMessage['headers']): WireRequest['headers'] => {
  const flat: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(headers)) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  return flat;
};

const send = (response: ServerResponse, answered: WireAnswer): void => {
  if (answered.kind === 'reset') return void response.socket?.resetAndDestroy();
  response.writeHead(answered.status, { ...answered.headers, 'content-length': Buffer.byteLength(answered.body) });
  response.end(answered.body);
};
