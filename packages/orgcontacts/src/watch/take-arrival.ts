import { isOwn } from '../events/is-own.ts';
import { noteSignal } from '../events/note-signal.ts';
import { parseEvent } from '../events/parse-event.ts';
import type { Arrival } from './event-source.ts';
import type { WatchTools } from './watch-tools.ts';

/** Takes what a source of events brings; what asks for a look is kept durably when it resolves. */
export const takeArrival = async (tools: WatchTools, arrival: Arrival): Promise<void> => {
  const { memory, tell } = tools;
  switch (arrival.kind) {
    case 'back':
      return tell({ kind: 'events-back' });
    case 'lost':
      return tell({ kind: 'events-lost', because: arrival.because });
    case 'gap':
      tell({ kind: 'events-missed', because: arrival.because });
      return memory.change((state) => ({ ...state, swept: null }));
    case 'event':
      return takeEvent(tools, arrival);
    default:
      return arrival satisfies never;
  }
};

const takeEvent = async (
  { memory, tell, own, pace, writing }: WatchTools,
  { event, cursor }: Extract<Arrival, { kind: 'event' }>,
): Promise<void> => {
  const parsed = parseEvent(event);
  const place = cursor === null ? {} : { cursor };
  if (parsed.kind === 'ignored' || isOwn(parsed.signal, own)) {
    if (parsed.kind === 'ignored') tell(parsed);
    return memory.note((state) => ({ ...state, ...place }));
  }
  const { signal } = parsed;
  const before = memory.state().waiting;
  const kept = memory.change((state) => ({ ...noteSignal(state, signal, writing.clock.now(), pace), ...place }));
  if (memory.state().waiting !== before) tell({ kind: 'event', what: signal.kind, accountId: signal.accountId });
  return kept;
};
