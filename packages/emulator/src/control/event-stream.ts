import type { LoggedEvent } from '../event/event-log.ts';
import type { EventSource } from './event-route.ts';

/** So often at least something is sent, in milliseconds, so that a connection whose other end is gone is found out. Own choice. */
const heartbeat = 15_000;

/**
 * Gives events as they are published, as server-sent events whose ids are their places: whoever comes again with the last one goes on
 * after it. `gap` says how many are not kept any more, `reset` that the world began anew and places count from the beginning.
 */
export async function* streamEvents(
  source: EventSource,
  keeps: (logged: LoggedEvent) => boolean,
  since: number,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const { events, clock } = source;
  const cursor = { place: since, generation: events.generation() };
  yield ': connected\n\n';
  while (!signal.aborted) {
    const nextChange = source.settle();
    yield* news(source, keeps, cursor);
    if (events.generation() !== cursor.generation) continue;
    const until = Math.min(nextChange, events.nextVisible(cursor.place));
    const hasNews = await waitForNews(source, until - clock.now(), signal);
    if (!hasNews && !signal.aborted) yield ': still here\n\n';
  }
}

/** Where a stream is. */
interface Cursor {
  place: number;
  generation: number;
}

/** What there is to tell after a place. */
function* news(
  { events, clock }: EventSource,
  keeps: (logged: LoggedEvent) => boolean,
  cursor: Cursor,
): Generator<string> {
  const { first, last } = events.bounds();
  if (events.generation() !== cursor.generation || cursor.place > last) {
    cursor.generation = events.generation();
    cursor.place = -1;
    yield message('reset', {});
  }
  const missing = first - 1 - cursor.place;
  if (missing > 0) {
    cursor.place += missing;
    yield message('gap', { missing });
  }
  for (const logged of events.after(cursor.place, clock.now())) {
    cursor.place = logged.seq;
    if (keeps(logged)) yield `id: ${logged.seq}\ndata: ${JSON.stringify(logged.event)}\n\n`;
  }
}

const message = (name: string, data: object): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** Waits for the next change, or so long, or for a heartbeat; says whether anything may have come about. */
const waitForNews = async (
  { events, clock }: EventSource,
  milliseconds: number,
  signal: AbortSignal,
): Promise<boolean> => {
  const over = new AbortController();
  let hasNews = milliseconds <= heartbeat;
  const stop = events.watch(() => {
    hasNews = true;
    over.abort();
  });
  await clock.sleep(Math.max(0, Math.min(milliseconds, heartbeat)), AbortSignal.any([signal, over.signal]));
  stop();
  return hasNews;
};
