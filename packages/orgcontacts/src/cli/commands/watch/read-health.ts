import { recentWrites } from '../../../events/recent-writes.ts';
import type { WatchState } from '../../../events/watch-state.ts';
import type { Happening } from '../../../watch/happening.ts';
import type { Health } from '../../../watch/health.ts';

/** What a health is read from. */
export interface HealthFacts {
  readonly state: WatchState;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** When the watch began, and how often it looks at everything. */
  readonly startedAt: number;
  readonly every: number;
  readonly pause: string | undefined;
  readonly events: Health['events'];
  readonly lastTrouble: string | null;
}

/** Says how a watch is: behind when everything was last looked at more than twice as long ago as it should be. Pure. */
export const readHealth = ({ state, now, startedAt, every, pause, events, lastTrouble }: HealthFacts): Health => {
  const isBehind = now - Math.max(startedAt, state.swept ?? 0) > 2 * every;
  return {
    status: pause !== undefined ? 'paused' : isBehind ? 'behind' : 'ok',
    lastLookAtEverything: state.swept === null ? null : new Date(state.swept).toISOString(),
    waitingAccounts: Object.keys(state.waiting).length,
    contestedContacts: Object.keys(state.contested).length,
    writtenIn24Hours: recentWrites(state, now).length,
    events,
    lastTrouble,
  };
};

/** What a happening says about the health: whether events come, and what the last trouble was. */
export interface Condition {
  readonly events: Health['events'];
  readonly lastTrouble: string | null;
}

/** Takes note of a happening. Pure. */
export const noteCondition = (condition: Condition, happening: Happening): Condition => {
  switch (happening.kind) {
    case 'started':
      return { ...condition, events: happening.events === null ? null : 'connected' };
    case 'events-lost':
      return { ...condition, events: 'lost' };
    case 'events-back':
      return { ...condition, events: 'connected' };
    case 'trouble':
    case 'given-up':
      return { ...condition, lastTrouble: happening.because };
    default:
      return condition;
  }
};
