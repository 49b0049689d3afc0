import { aCaller, mary } from '../apply/run.builder.ts';
import type { Contact } from '../contact/contact.ts';
import { anEvent } from '../events/event.builder.ts';
import { followedEvents } from '../events/followed-events.ts';
import type { WatchMode } from '../events/watch-mode.ts';
import { watchPace } from '../events/watch-pace.ts';
import { newWatchState } from '../events/watch-state.ts';
import type { Failure } from '../failure/failure.ts';
import { makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import { anId, management } from '../gateway/memory/memory-world.builder.ts';
import type { MemoryWorld } from '../gateway/memory/memory-world.ts';
import { pacedGateway } from '../gateway/paced-gateway.ts';
import { pausable } from '../gateway/pausable-gateway.ts';
import { makeMemoryJournalStore } from '../journal/memory/memory-journal-store.ts';
import { makePacer } from '../pace/pacer.ts';
import type { QuotaTable } from '../pace/quota-table.ts';
import { makeVirtualClock } from '../pace/virtual-clock.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { Happening } from './happening.ts';
import { lookAt } from './look-at.ts';
import { lookAtEverything } from './look-at-everything.ts';
import { makeMemory } from './memory.ts';
import { takeArrival } from './take-arrival.ts';
import { makeTurns, type WatchTools } from './watch-tools.ts';

/** The account of most tests, and a contact that somebody edited. */
export const id = anId('444455556666');
export const edited: Contact = { ...mary, name: 'Somebody Else' };

/** A policy that wants the security contact everywhere, and whatever else it is given. */
export const text = (extra = '') => `version: 1
contacts:
  desk: { name: ${mary.name}, title: ${mary.title}, email: ${mary.email}, phone: "${mary.phone}" }
assignments:
  - { match: all, security: desk }
${extra}`;

/** How a watch of a test is. */
export interface Setup {
  readonly mode?: WatchMode;
  readonly writes?: boolean;
  readonly quotas?: QuotaTable;
  readonly fail?: (operation: string, subject: string) => Failure | undefined;
  readonly pause?: () => string | undefined;
}

/** A watch over a world in memory, on a virtual clock: what it tells, and its parts. */
export const setUp = (
  world: MemoryWorld,
  { mode = 'restore', writes = true, quotas = {}, fail, pause = () => undefined }: Setup = {},
) => {
  const clock = makeVirtualClock();
  const memoryGateway = makeMemoryGateway(world, management, { clock, ...(fail && { fail }) });
  const stopped = pausable(memoryGateway, async () => pause());
  const gateway = pacedGateway(stopped, { pacer: makePacer(quotas, clock), clock, random: () => 0.5 });
  const told: Happening[] = [];
  let runs = 0;
  const policy = { text: text() };
  const tools: WatchTools = {
    reading: { gateway, caller: aCaller(), clock },
    writing: {
      gateway,
      caller: aCaller(),
      store: makeMemoryJournalStore(),
      clock,
      random: () => ++runs / 1000,
      diagnose: async () => ({ kind: 'unclear' }),
      tool: '0.0.0',
      stop: new AbortController().signal,
    },
    readPolicy: async () => {
      const parsed = parsePolicy(policy.text, 'contacts.yaml');
      return parsed.kind === 'valid' ? { policy: parsed.policy, file: 'contacts.yaml' } : { because: 'not valid' };
    },
    writes,
    mode,
    pace: watchPace,
    own: { arn: aCaller().arn, userAgent: 'orgcontacts-watch' },
    memory: makeMemory(newWatchState, async () => {}),
    tell: (happening) => void told.push(happening),
    inTurn: makeTurns(),
  };
  const event = (eventName: string, accountId = id, eventID = `${eventName} ${told.length}`) => {
    const followed = followedEvents.find((each) => each.eventName === eventName);
    if (!followed) throw new Error(eventName);
    const detail = {
      eventID,
      requestParameters: { accountId, resourceId: accountId },
      serviceEventDetails: { accountId },
    };
    return takeArrival(tools, { kind: 'event', event: anEvent(followed, detail), cursor: null });
  };
  const run = <Value>(task: Promise<Value>): Promise<Value> => clock.run(task);
  const look = () => run(lookAt(tools, [id]));
  const sweep = () => run(lookAtEverything(tools));
  const security = (of = id) => world.accounts.get(of)?.contacts.SECURITY?.name;
  const kinds = () => told.map(({ kind }) => kind);
  return { tools, told, kinds, event, run, look, sweep, security, policy, clock, gateway: memoryGateway };
};
