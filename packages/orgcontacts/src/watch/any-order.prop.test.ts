import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mary } from '../apply/run.builder.ts';
import { decide } from '../events/decide.ts';
import { anEvent } from '../events/event.builder.ts';
import { followedEvents } from '../events/followed-events.ts';
import { anAccount, anId, aWorld } from '../gateway/memory/memory-world.builder.ts';
import { lookAt } from './look-at.ts';
import { takeArrival } from './take-arrival.ts';
import { edited, setUp, text } from './watch.builder.ts';

/** What may happen to an account, the events that AWS sends of it, and what is other afterwards. */
const deeds = {
  created: ['CreateAccountResult', 'AccountJoinedOrganization'],
  edited: ['PutAlternateContact'],
  deleted: ['DeleteAlternateContact'],
  moved: ['MoveAccount'],
  tagged: ['TagResource', 'UntagResource', 'TagResource'],
} as const;

type Deed = keyof typeof deeds;

const names: readonly Deed[] = ['created', 'edited', 'deleted', 'moved', 'tagged'];
const ids = Array.from({ length: 8 }, (_, index) => anId(String(444455556600 + index)));

const done = (deed: Deed, id: (typeof ids)[number]) =>
  ({
    created: anAccount(id),
    edited: anAccount(id, { contacts: { SECURITY: edited } }),
    deleted: anAccount(id, { contacts: {} }),
    moved: anAccount(id, { contacts: { SECURITY: mary }, parent: 'ou-ex01-workload1' }),
    tagged: anAccount(id, { contacts: { SECURITY: mary }, tags: { team: 'payments' } }),
  })[deed];

const eventsOf = (deed: Deed, accountId: string) =>
  deeds[deed].map((eventName, index) => {
    const followed = followedEvents.find((each) => each.eventName === eventName);
    if (!followed) throw new Error(eventName);
    return anEvent(followed, {
      eventID: `${accountId} ${index}`,
      requestParameters: { accountId, resourceId: accountId },
      serviceEventDetails: { accountId },
    });
  });

const policy = text(`  - { match: { ou: Workloads }, billing: desk }
  - { match: { tag: { team: payments } }, operations: desk }
`);

/** Lets everything happen at once, and its events come as they are given: the contacts at the end, and what is still waiting. */
const play = async (
  happened: readonly Deed[],
  arrivals: readonly { readonly event: unknown; readonly after: number }[],
) => {
  const before = ids.flatMap((id, index) =>
    happened[index] === 'created' ? [] : [anAccount(id, { contacts: { SECURITY: mary } })],
  );
  const world = aWorld(before);
  const { tools, policy: file, sweep, run, clock } = setUp(world);
  file.text = policy;
  await sweep();
  happened.forEach((deed, index) => {
    const id = ids[index];
    if (id !== undefined) world.accounts.set(id, done(deed, id));
  });
  const start = clock.now();
  const queue = arrivals.toSorted((one, other) => one.after - other.after);
  const { memory, pace } = tools;
  while (queue.length > 0 || Object.keys(memory.state().waiting).length > 0) {
    const dues = Object.values(memory.state().waiting).map(({ due }) => due);
    const next = Math.min(...dues, start + (queue[0]?.after ?? Number.POSITIVE_INFINITY));
    await run(clock.sleep(Math.max(0, next - clock.now())));
    for (; queue[0] && start + queue[0].after <= clock.now(); queue.shift())
      await takeArrival(tools, { kind: 'event', event: queue[0].event, cursor: null });
    const { accounts } = decide(memory.state(), clock.now(), pace);
    if (accounts.length > 0) await run(lookAt(tools, accounts));
  }
  const { seen, waiting, contested } = memory.state();
  const contacts = ids.map((id) => world.accounts.get(id)?.contacts);
  return { contacts, seen: Object.keys(seen).toSorted(), waiting, contested };
};

it('events doubled, out of order and late end in the same contacts and the same memory as each in time and once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: ids.length }),
      fc.infiniteStream(fc.nat(60_000)),
      fc.infiniteStream(fc.nat(2)),
      async (happened, delays, copies) => {
        const events = happened.flatMap((deed, index) => eventsOf(deed, ids[index] ?? ''));
        const inTime = await play(
          happened,
          events.map((event) => ({ event, after: 0 })),
        );
        const again = events.flatMap((event) =>
          Array.from({ length: 1 + (copies.next().value ?? 0) }, () => ({ event, after: delays.next().value ?? 0 })),
        );
        expect(await play(happened, again)).toEqual(inTime);
        happened.forEach((deed, index) => {
          const wanted = { moved: ['BILLING', 'SECURITY'], tagged: ['OPERATIONS', 'SECURITY'] };
          const types = deed === 'moved' || deed === 'tagged' ? wanted[deed] : ['SECURITY'];
          expect(inTime.contacts[index]).toEqual(Object.fromEntries(types.map((type) => [type, mary])));
        });
        expect(inTime.waiting).toEqual({});
      },
    ),
    { numRuns: 40 },
  );
});
