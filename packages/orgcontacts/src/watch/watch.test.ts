import { describe, expect, it } from 'vitest';
import { aCaller, mary } from '../apply/run.builder.ts';
import type { Contact } from '../contact/contact.ts';
import { anEvent } from '../events/event.builder.ts';
import { followedEvents } from '../events/followed-events.ts';
import type { WatchMode } from '../events/watch-mode.ts';
import { watchPace } from '../events/watch-pace.ts';
import { newWatchState } from '../events/watch-state.ts';
import type { Failure } from '../failure/failure.ts';
import { makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import { anAccount, anId, aWorld, management, manyAccounts } from '../gateway/memory/memory-world.builder.ts';
import type { MemoryWorld } from '../gateway/memory/memory-world.ts';
import { pacedGateway } from '../gateway/paced-gateway.ts';
import { pausable } from '../gateway/pausable-gateway.ts';
import { makeMemoryJournalStore } from '../journal/memory/memory-journal-store.ts';
import { makePacer } from '../pace/pacer.ts';
import { type QuotaTable, quotaTables } from '../pace/quota-table.ts';
import { makeVirtualClock } from '../pace/virtual-clock.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { Happening } from './happening.ts';
import { lookAt } from './look-at.ts';
import { lookAtEverything } from './look-at-everything.ts';
import { makeMemory } from './memory.ts';
import { takeArrival } from './take-arrival.ts';
import { makeTurns, type WatchTools } from './watch-tools.ts';

const id = anId('444455556666');
const edited: Contact = { ...mary, name: 'Somebody Else' };

const text = (extra = '') => `version: 1
contacts:
  desk: { name: ${mary.name}, title: ${mary.title}, email: ${mary.email}, phone: "${mary.phone}" }
assignments:
  - { match: all, security: desk }
${extra}`;

interface Setup {
  readonly mode?: WatchMode;
  readonly writes?: boolean;
  readonly quotas?: QuotaTable;
  readonly fail?: (operation: string, subject: string) => Failure | undefined;
  readonly pause?: () => string | undefined;
}

/** A watch over a world in memory, on a virtual clock: what it tells, and its parts. */
const setUp = (
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

const inLine = () => aWorld([anAccount(id, { contacts: { SECURITY: mary } })]);

describe('a look at accounts', () => {
  it('reads those accounts and nobody else, and puts them right', async () => {
    const world = aWorld([...manyAccounts(30), anAccount(id, { contacts: { SECURITY: mary } })]);
    const { sweep, event, look, security, gateway, tools } = setUp(world);
    await sweep();
    await event('PutAlternateContact');
    world.accounts.set(id, anAccount(id, { contacts: { SECURITY: edited } }));
    const before = gateway.calls.length;
    await look();
    expect(security()).toBe(mary.name);
    const calls = gateway.calls.slice(before);
    expect(new Set(calls.map(({ subject }) => subject))).toEqual(new Set([id]));
    expect(tools.memory.state().waiting).toEqual({});
  });

  it('waits until a new policy was held against the whole organization', async () => {
    const { sweep, event, look, policy, tools, kinds } = setUp(inLine());
    await sweep();
    policy.text = text('  - { match: { ou: Nowhere }, billing: desk }\n');
    await event('MoveAccount');
    await look();
    expect(tools.memory.state()).toMatchObject({ swept: null, waiting: { [id]: { tries: 1 } } });
    expect(await sweep()).toMatchObject({ put: { kind: 'trouble' } });
    expect(kinds()).toContain('trouble');
  });

  it('comes back to a new account that AWS denies, and not to an old one', async () => {
    let isReady = false;
    const fail = (operation: string, subject: string): Failure | undefined =>
      !isReady && subject.startsWith(id) && operation.startsWith('account:')
        ? { kind: 'denied', operation, code: 'AccessDeniedException', message: 'not yet', status: 403 }
        : undefined;
    const { sweep, event, look, security, tools } = setUp(aWorld([...manyAccounts(30), anAccount(id)]), { fail });
    await sweep();
    await event('MoveAccount');
    await look();
    expect(tools.memory.state().waiting).toEqual({});
    await event('AccountJoinedOrganization');
    await look();
    expect(tools.memory.state().waiting[id]?.tries).toBe(1);
    isReady = true;
    await look();
    expect([security(), tools.memory.state().waiting]).toEqual([mary.name, {}]);
  });

  it('forgets an account that left, and waits for one that came', async () => {
    const { sweep, event, look, tools } = setUp(aWorld());
    await sweep();
    await event('RemoveAccountFromOrganization');
    await look();
    expect(tools.memory.state().waiting).toEqual({});
    await event('AccountJoinedOrganization');
    await look();
    expect(tools.memory.state().waiting[id]?.tries).toBe(1);
  });

  it('writes nothing of a policy that cannot be used', async () => {
    const { sweep, event, look, policy, tools, gateway } = setUp(aWorld([anAccount(id)]));
    await sweep();
    policy.text = 'version: 2\n';
    await event('MoveAccount');
    const before = gateway.calls.length;
    await look();
    expect(gateway.calls.length).toBe(before);
    expect(tools.memory.state().waiting[id]?.tries).toBe(1);
  });
});

describe('a look at everything', () => {
  it('finds what no event told', async () => {
    const world = inLine();
    const { sweep, security } = setUp(world);
    await sweep();
    world.accounts.set(id, anAccount(id, { contacts: { SECURITY: edited } }));
    const fresh = anId('555566667777');
    world.accounts.set(fresh, anAccount(fresh));
    expect(await sweep()).toMatchObject({ put: { kind: 'run' }, differs: false, isIncomplete: false });
    expect([security(), security(fresh)]).toEqual([mary.name, mary.name]);
  });

  it('writes nothing past a limit, however small the single plans', async () => {
    const world = aWorld(manyAccounts(40).map((account) => ({ ...account, contacts: { SECURITY: mary } })));
    const { sweep, told } = setUp(world);
    await sweep();
    const ids = [...world.accounts.keys()].slice(2);
    for (const [index, each] of ids.slice(0, 16).entries()) {
      world.accounts.set(each, anAccount(each, { contacts: { SECURITY: edited } }));
      if (index % 4 === 3) await sweep();
    }
    expect(told.at(-1)).toMatchObject({
      kind: 'refused',
      breaches: [{ what: 'updates', found: 16, allowed: 12 }, { type: null }],
    });
    expect(ids.filter((each) => world.accounts.get(each)?.contacts.SECURITY?.name === edited.name)).toHaveLength(4);
  });

  it('without leave to write tells everything and writes nothing', async () => {
    const { sweep, security, kinds } = setUp(aWorld([anAccount(id)]), { writes: false });
    expect(await sweep()).toMatchObject({ put: { kind: 'nothing' }, differs: true });
    expect([security(), kinds()]).toEqual([undefined, ['looked', 'reported']]);
  });

  it('is put off while another run is under way', async () => {
    const { sweep, tools, kinds } = setUp(aWorld([anAccount(id)]));
    const claim = await tools.writing.store.claim();
    expect(await sweep()).toMatchObject({ put: { kind: 'later' } });
    expect([kinds().at(-1), tools.memory.state().swept]).toEqual(['trouble', null]);
    if (claim.kind === 'held') await claim.release();
    expect(await sweep()).toMatchObject({ put: { kind: 'run' } });
  });

  it('stops within one call when somebody pauses, and leaves the rest open', async () => {
    let isPaused = false;
    const world = aWorld(manyAccounts(60));
    const { sweep, gateway, told } = setUp(world, {
      // With the quotas of AWS calls go out one by one.
      quotas: quotaTables['aws'] ?? {},
      pause: () => (isPaused ? 'writing is paused' : undefined),
      fail: (operation) => {
        const puts = gateway.calls.filter((call) => call.operation === 'account:PutAlternateContact').length;
        if (operation === 'account:PutAlternateContact' && puts >= 20) isPaused = true;
        return undefined;
      },
    });
    await sweep();
    const puts = gateway.calls.filter(({ operation }) => operation === 'account:PutAlternateContact');
    expect(puts).toHaveLength(21);
    expect(told.at(-1)).toMatchObject({
      kind: 'wrote',
      detail: 'writing is paused',
      counts: { written: 21, open: 41, failed: 0 },
    });
  });
});

describe('what comes from a source', () => {
  it('that missed events asks for a look at everything', async () => {
    const { sweep, tools } = setUp(inLine());
    await sweep();
    await takeArrival(tools, { kind: 'lost', because: 'the stream ended' });
    expect(tools.memory.state().swept).not.toBeNull();
    await takeArrival(tools, { kind: 'gap', because: 'the stream says gap' });
    expect(tools.memory.state().swept).toBeNull();
  });

  it('is told once, however often it comes', async () => {
    const { event, kinds } = setUp(inLine());
    for (let time = 0; time < 3; time++) await event('MoveAccount', id, 'the same');
    expect(kinds()).toEqual(['event']);
  });
});
