import type { Clock } from '../pace/clock.ts';
import type { EventSource } from './event-source.ts';
import { makeLink } from './link.ts';
import { readServerSentEvents, type ServerSentEvent } from './server-sent-events.ts';

/** How long to wait before connecting again, in milliseconds: doubled each time. Own choice. */
const firstPause = 500;
const longestPause = 15_000;

/** Takes events from a stream of server-sent events (WHATWG HTML, "Server-sent events"), as the emulator's `/_emulator/events`. */
export const sseEvents = (url: string, clock: Clock): EventSource => ({
  place: url,
  listen: async (take, cursor, signal) => {
    let last = cursor;
    let pause = firstPause;
    const link = makeLink(take);
    const takeOne = async ({ name, data, id }: ServerSentEvent): Promise<void> => {
      last = id ?? last;
      if (name === 'gap' || name === 'reset') return take({ kind: 'gap', because: `the stream says ${name}` });
      await take({ kind: 'event', event: parse(data), cursor: last });
    };
    while (!signal.aborted) {
      const because = await readStream(url, last, signal, {
        opened: async () => {
          pause = firstPause;
          await link.back();
        },
        take: takeOne,
      });
      if (signal.aborted) return;
      await link.lost(because);
      await clock.sleep(pause, signal).catch(() => {});
      pause = Math.min(longestPause, 2 * pause);
    }
  },
});

interface StreamReader {
  readonly opened: () => Promise<void>;
  readonly take: (event: ServerSentEvent) => Promise<void>;
}

/** Reads a stream to its end, and says why it ended. */
const readStream = async (
  url: string,
  last: string | null,
  signal: AbortSignal,
  { opened, take }: StreamReader,
): Promise<string> => {
  const answer = await connect(url, last, signal);
  if (typeof answer === 'string') return answer;
  if (!answer.ok || !answer.body) return `${url} answered with ${answer.status}`;
  await opened();
  const events = readServerSentEvents(answer.body);
  for (;;) {
    // Only the stream may break off: what a taker throws is a mistake of the program.
    const next = await events
      .next()
      .catch((thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)));
    if (typeof next === 'string') return next;
    if (next.done) return 'the stream ended';
    await take(next.value);
  }
};

const connect = async (url: string, last: string | null, signal: AbortSignal): Promise<Response | string> => {
  try {
    const headers = { accept: 'text/event-stream', ...(last !== null && { 'last-event-id': last }) };
    return await fetch(url, { headers, signal });
  } catch (thrown) {
    return thrown instanceof Error ? causeOf(thrown) : String(thrown);
  }
};

const causeOf = ({ message, cause }: Error): string =>
  cause instanceof Error ? `${message}: ${cause.message}` : message;

/** What is no JSON is no event either, and is ignored as such. */
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
