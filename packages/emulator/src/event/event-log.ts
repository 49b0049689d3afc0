import { createHash } from 'node:crypto';
import { type Envelope, type EventDraft, eventRegion, wholeSecond } from './envelope.ts';

/** An event that was published, with its place. */
export interface LoggedEvent {
  readonly seq: number;
  /** When it can be seen, in milliseconds since the epoch. */
  readonly visibleAt: number;
  readonly event: Envelope;
}

/** Remembers the last events, in the order of the changes. */
export interface EventLog {
  publish(draft: EventDraft): void;
  /** The kept events after a place that can be seen by now; all of them without one. */
  after(seq: number, now: number): readonly LoggedEvent[];
  /** The place of the first event that is kept or comes next, and of the last one that there was. */
  bounds(): { readonly first: number; readonly last: number };
  /** When the event after a place can be seen; infinite where there is none yet. */
  nextVisible(seq: number): number;
  /** An id for a request, as random as those of the events. */
  requestId(now: number): string;
  /** How often it was begun anew. */
  generation(): number;
  /** Forgets everything, and counts from the beginning. */
  clear(): void;
  /** Calls back after every change, until it is told to stop. */
  watch(changed: () => void): () => void;
}

/** How a log of events is set up. */
export interface EventLogOptions {
  /** How many it keeps. */
  readonly capacity: number;
  /** How long after a change its event can be seen, in milliseconds. */
  readonly delay: number;
  /** Equal seeds, changes and times give equal ids. */
  readonly seed: number;
}

/** What the kept events may hold in all, in characters of their JSON. */
const mostHeld = 64 * 1024 * 1024;

/** Makes a log that keeps so many events, or fewer where they are very long. */
export const makeEventLog = ({ capacity, delay, seed }: EventLogOptions): EventLog => {
  const kept = new Map<number, { readonly logged: LoggedEvent; readonly size: number }>();
  let [next, requests, held, generation] = [0, 0, 0, 0];
  const watchers = new Set<() => void>();
  const tell = (): void => {
    for (const changed of watchers) changed();
  };
  const forgetOldest = (): void => {
    const oldest = next - kept.size;
    held -= kept.get(oldest)?.size ?? 0;
    kept.delete(oldest);
  };
  return {
    publish: (draft) => {
      const event = envelopeOf(draft, (kind) => uuidOf(`${seed} ${kind} ${next} ${draft.at}`));
      const size = JSON.stringify(event).length;
      kept.set(next, { logged: { seq: next, visibleAt: draft.at + delay, event }, size });
      next += 1;
      held += size;
      while (kept.size > capacity || held > mostHeld) forgetOldest();
      tell();
    },
    after: (seq, now) => {
      const found: LoggedEvent[] = [];
      // From its place on, so that a stream does not look at everything again and again.
      for (let place = Math.max(seq + 1, next - kept.size); place < next; place++) {
        const logged = kept.get(place)?.logged;
        if (!logged || logged.visibleAt > now) break;
        found.push(logged);
      }
      return found;
    },
    bounds: () => ({ first: next - kept.size, last: next - 1 }),
    nextVisible: (seq) => kept.get(Math.max(seq + 1, next - kept.size))?.logged.visibleAt ?? Number.POSITIVE_INFINITY,
    requestId: (now) => {
      requests += 1;
      return uuidOf(`${seed} request ${requests} ${now}`);
    },
    generation: () => generation,
    clear: () => {
      kept.clear();
      [next, requests, held] = [0, 0, 0];
      generation += 1;
      tell();
    },
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
};

const envelopeOf = (draft: EventDraft, id: (kind: string) => string): Envelope => ({
  version: '0',
  id: id('event'),
  'detail-type': draft.detailType,
  source: draft.source,
  account: draft.account,
  time: wholeSecond(draft.at),
  region: eventRegion,
  resources: draft.resources ?? [],
  detail: draft.detail(id('record')),
});

/** A UUID of version 5's form: 122 bits of a digest. */
const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
