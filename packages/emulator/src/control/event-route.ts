import type { Clock } from '../clock.ts';
import type { EventLog } from '../event/event-log.ts';
import { jsonAnswer, type WireAnswer, type WireRequest } from '../wire/request.ts';
import { type EventFilter, parseEventFilter } from './event-filter.ts';
import { streamEvents } from './event-stream.ts';

/** What events can be told from. */
export interface EventSource {
  readonly events: EventLog;
  readonly clock: Clock;
  /** Brings to its end what is due, and says when something comes next; milliseconds since the epoch. */
  readonly settle: () => number;
}

/** Answers `GET events`: the kept ones as JSON, or, to whoever accepts text/event-stream, those and every one that follows. */
export const readEvents = (source: EventSource, { query, headers }: WireRequest): WireAnswer => {
  const filter = parseEventFilter(query);
  if (filter.kind === 'mistake') return jsonAnswer(400, { message: filter.message });
  if (!/\btext\/event-stream\b/.test(headers['accept'] ?? '')) return list(source, filter);
  const since = placeIn(headers['last-event-id']) ?? filter.since ?? -1;
  return {
    kind: 'stream',
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
    chunks: (signal) => streamEvents(source, filter.keeps, since, signal),
  };
};

const list = (
  { events, clock }: EventSource,
  { since, limit, keeps }: Extract<EventFilter, { kind: 'filter' }>,
): WireAnswer => {
  const found = events.after(since ?? -1, clock.now()).filter(keeps);
  const shown = since === undefined && limit !== undefined ? found.slice(Math.max(0, found.length - limit)) : found;
  return jsonAnswer(200, {
    events: shown.slice(0, limit).map(({ seq, event }) => ({ seq, event })),
    ...events.bounds(),
  });
};

/** The seq that a client saw last, as it says when it connects again (WHATWG HTML: server-sent events). */
const placeIn = (lastEventId: string | undefined): number | undefined =>
  lastEventId !== undefined && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : undefined;
