import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from './clock.ts';
import { dribble } from './wire/dribble.ts';
import { type Body, collectBody } from './wire/read-body.ts';
import { ownMistake, tooLarge, type WireAnswer, type WireRequest } from './wire/request.ts';
import type { WholeAnswer } from './wire/whole-answer.ts';

/** An emulator at an address. */
export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Ends at once, open connections included. */
  close(): Promise<void>;
}

/** What answers a request. */
export type Respond = (request: WireRequest) => WireAnswer | Promise<WireAnswer>;

/** How long a sender may take, in milliseconds; then it gets 408 and the connection ends, so that nobody keeps one for nothing. */
export interface Patience {
  /** From its first moment to the end of the headers. */
  readonly head: number;
  /** To the end of the body. */
  readonly whole: number;
}

/** Calls are a few hundred bytes, and nothing may be larger than 1 MiB: a client on this machine needs milliseconds. */
const usualPatience: Patience = { head: 10_000, whole: 30_000 };

/** Answers over HTTP on 127.0.0.1, and nowhere else. Port 0 picks a free one. */
export const listen = async (
  respond: Respond,
  port: number,
  { sleep }: Pick<Clock, 'sleep'>,
  { head, whole }: Patience = usualPatience,
): Promise<Listening> => {
  const limits = { headersTimeout: head, requestTimeout: whole, connectionsCheckingInterval: Math.ceil(head / 10) };
  const server = createServer(limits, (incoming, response) => {
    serve(respond, incoming, response, sleep).catch((thrown: unknown) => fail(response, thrown));
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
  respond: Respond,
  incoming: IncomingMessage,
  response: ServerResponse,
  sleep: Clock['sleep'],
): Promise<void> => {
  const body = await readBody(incoming);
  if (body === undefined) return void incoming.destroy();
  if (body.kind === 'too-large') return send(response, tooLarge, sleep);
  const { method = 'GET', url = '/', headers } = incoming;
  const answered = await respond({ method, ...splitUrl(url), headers: flatten(headers), body: body.text });
  await send(response, answered, sleep);
};

/** The body; undefined when the client goes away. By events, which cost a third of what an iterator of a stream costs. */
const readBody = (incoming: IncomingMessage): Promise<Body | undefined> =>
  new Promise((resolve) => {
    const collected = collectBody(incoming.url ?? '/');
    incoming.on('data', (piece: Buffer) => {
      if (collected.take(piece)) return;
      incoming.destroy();
      resolve(collected.body());
    });
    incoming.once('end', () => resolve(collected.body()));
    incoming.once('error', () => resolve(undefined));
    incoming.once('close', () => resolve(undefined));
  });

const splitUrl = (url: string): Pick<WireRequest, 'path' | 'query'> => {
  const end = url.indexOf('?');
  return end < 0 ? { path: url, query: '' } : { path: url.slice(0, end), query: url.slice(end + 1) };
};

const flatten = (headers: IncomingMessage['headers']): WireRequest['headers'] => {
  const flat: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(headers)) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  return flat;
};

const send = async (response: ServerResponse, answered: WireAnswer, sleep: Clock['sleep']): Promise<void> => {
  switch (answered.kind) {
    case 'reset':
      return void response.socket?.resetAndDestroy();
    case 'answer':
      return void begin(response, answered).end(answered.body);
    case 'slow':
      return sendSlowly(response, answered, sleep);
    case 'stream':
      return sendStream(response, answered);
    default:
      return answered satisfies never;
  }
};

const begin = (response: ServerResponse, { status, headers, body }: WholeAnswer): ServerResponse =>
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });

const sendSlowly = async (
  response: ServerResponse,
  { answer, milliseconds }: Extract<WireAnswer, { kind: 'slow' }>,
  sleep: Clock['sleep'],
): Promise<void> => {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  if (response.closed) return;
  begin(response, answer).flushHeaders();
  for await (const piece of dribble(answer.body, milliseconds, sleep, gone.signal)) response.write(piece);
  if (!gone.signal.aborted) response.end();
};

const sendStream = async (
  response: ServerResponse,
  { headers, chunks }: Extract<WireAnswer, { kind: 'stream' }>,
): Promise<void> => {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  if (response.closed) return;
  response.writeHead(200, { ...headers });
  for await (const chunk of chunks(gone.signal)) {
    // Whoever does not read gets no more: what is not sent yet is kept in the log, as far as it goes.
    if (!response.write(chunk) && !gone.signal.aborted) await drained(response, gone.signal);
  }
  response.end();
};

const drained = (response: ServerResponse, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    response.once('drain', resolve);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** What goes wrong after the head went out can only break the connection. */
const fail = (response: ServerResponse, thrown: unknown): void => {
  const mistake = ownMistake(thrown);
  if (response.headersSent) response.destroy();
  else begin(response, mistake).end(mistake.body);
};
