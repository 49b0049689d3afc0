import type { Clock } from './clock.ts';
import type { Respond } from './listen.ts';
import { dribble } from './wire/dribble.ts';
import { type Body, collectBody } from './wire/read-body.ts';
import { tooLarge, type WireAnswer } from './wire/request.ts';
import type { WholeAnswer } from './wire/whole-answer.ts';

/** Answers a request of the fetch API without any network; what breaks a connection rejects, as fetch does. */
export const toFetch = async (
  respond: Respond,
  request: Request,
  { sleep }: Pick<Clock, 'sleep'>,
): Promise<Response> => {
  const { pathname, search, host } = new URL(request.url);
  const headers = { host, ...Object.fromEntries(request.headers) };
  const body = await readBody(request.body ?? noBody(), pathname);
  const answered =
    body.kind === 'text'
      ? await respond({ method: request.method, path: pathname, query: search.slice(1), headers, body: body.text })
      : tooLarge;
  switch (answered.kind) {
    case 'reset':
      throw new TypeError('fetch failed', { cause: new Error('ECONNRESET') });
    case 'answer':
      return new Response(answered.body, headOf(answered));
    case 'stream':
      return new Response(streamBody(answered, request.signal), { status: 200, headers: { ...answered.headers } });
    case 'slow':
      return new Response(slowBody(answered, sleep, request.signal), headOf(answered.answer));
    default:
      return answered satisfies never;
  }
};

const readBody = async (arriving: AsyncIterable<Uint8Array>, path: string): Promise<Body> => {
  const collected = collectBody(path);
  for await (const piece of arriving) if (!collected.take(piece)) break;
  return collected.body();
};

const headOf = ({ status, headers }: WholeAnswer): ResponseInit => ({ status, headers });

/** Whoever cancels the body or aborts the request hears no more. */
const streamBody = (
  { chunks }: Extract<WireAnswer, { kind: 'stream' }>,
  given: AbortSignal,
): ReadableStream<Uint8Array> => {
  const gone = new AbortController();
  const pieces = chunks(AbortSignal.any([gone.signal, given]));
  const encoder = new TextEncoder();
  const pull = async (stream: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    const { done, value } = await pieces.next();
    if (gone.signal.aborted) return;
    if (done) stream.close();
    else stream.enqueue(encoder.encode(value));
  };
  return new ReadableStream({ pull, cancel: () => gone.abort() }, { highWaterMark: 0 });
};

const slowBody = (
  { answer, milliseconds }: Extract<WireAnswer, { kind: 'slow' }>,
  sleep: Clock['sleep'],
  given: AbortSignal,
): ReadableStream<Uint8Array> => {
  const gone = new AbortController();
  const pieces = dribble(answer.body, milliseconds, sleep, AbortSignal.any([gone.signal, given]));
  const start = (stream: ReadableStreamDefaultController<Uint8Array>): void =>
    given.addEventListener('abort', () => stream.error(given.reason), { signal: gone.signal });
  const pull = async (stream: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    const { done, value } = await pieces.next();
    if (gone.signal.aborted || given.aborted) return;
    if (done) stream.close();
    else stream.enqueue(value);
  };
  return new ReadableStream({ start, pull, cancel: () => gone.abort() }, { highWaterMark: 0 });
};

async function* noBody(): AsyncGenerator<Uint8Array> {}
