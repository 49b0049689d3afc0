import { expect, it } from 'vitest';
import type { Gateway } from '../gateway/gateway.ts';
import { makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import { anAccount, anId, aWorld, delegated, management } from '../gateway/memory/memory-world.builder.ts';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import type { Written } from '../journal/undo-plan.ts';
import { makeVirtualClock } from '../pace/virtual-clock.ts';
import { aContact } from '../resolve/policy.builder.ts';
import { observeUndo } from './observe-undo.ts';
import { aCaller, changeTo } from './run.builder.ts';

const member = anId('300000000000');
const before = aContact('Before');
const after = aContact('After');
const now = Date.UTC(2026, 0, 1, 12);

/** A member in which a contact was written so many seconds ago; what is live there now. */
const aCase = (secondsAgo: number, live = before) => {
  const account = anAccount(member, { contacts: { SECURITY: before } });
  const world = aWorld([account]);
  const written: Written = {
    change: changeTo(world, member, 'SECURITY', after),
    before,
    after,
    at: new Date(now - secondsAgo * 1000).toISOString(),
  };
  account.contacts.SECURITY = live;
  const clock = makeVirtualClock(now);
  return { account, written, clock, gateway: makeMemoryGateway(world, management, { clock }) };
};

const readsOf = ({ gateway }: ReturnType<typeof aCase>) => gateway.calls.map(({ at }) => (at - now) / 1000);

it('reads each item once when it is still as the run left it', async () => {
  const given = aCase(10, after);
  const observed = await given.clock.run(observeUndo(given.gateway, aCaller(), [given.written], given.clock));
  expect(observed.get(member)).toEqual({ kind: 'asked', byType: { SECURITY: { kind: 'set', contact: after } } });
  expect(readsOf(given)).toEqual([0]);
});

it('reads an item a second time, five seconds later, that looks restored and was written under five minutes ago', async () => {
  const given = aCase(10);
  await given.clock.run(observeUndo(given.gateway, aCaller(), [given.written], given.clock));
  expect(readsOf(given)).toEqual([0, 5]);
});

it('believes the second read: the write may just not have shown in the first', async () => {
  const given = aCase(10);
  const late: Gateway = {
    ...given.gateway,
    getContact: async (target, type) => {
      const result = await given.gateway.getContact(target, type);
      given.account.contacts.SECURITY = after;
      return result;
    },
  };
  const observed = await given.clock.run(observeUndo(late, aCaller(), [given.written], given.clock));
  expect(observed.get(member)).toEqual({ kind: 'asked', byType: { SECURITY: { kind: 'set', contact: after } } });
});

it.each([
  [299, [0, 5]],
  [297, [0, 5]],
  [300, [0]],
  [86_400, [0]],
])('takes a write of %i seconds ago for young or not, and keeps to it: reads at %j', async (secondsAgo, reads) => {
  const given = aCase(secondsAgo);
  await given.clock.run(observeUndo(given.gateway, aCaller(), [given.written], given.clock));
  expect(readsOf(given)).toEqual(reads);
});

it('reads only the doubtful ones a second time', async () => {
  const given = aCase(10, after);
  const another = anAccount(anId('300000000001'), { contacts: { SECURITY: before } });
  const world = aWorld([given.account, another]);
  const gateway = makeMemoryGateway(world, management, { clock: given.clock });
  const written: Written = { ...given.written, change: changeTo(world, another.id, 'SECURITY', after) };
  await given.clock.run(observeUndo(gateway, aCaller(), [given.written, written], given.clock));
  expect(gateway.calls.map(({ subject }) => subject)).toEqual([member, another.id, another.id]);
});

it('puts several types of one account together', async () => {
  const given = aCase(10, after);
  given.account.contacts.BILLING = after;
  const billing: Written = { ...given.written, change: { ...given.written.change, type: 'BILLING' } };
  const observed = await given.clock.run(observeUndo(given.gateway, aCaller(), [given.written, billing], given.clock));
  expect(observed.get(member)).toEqual({
    kind: 'asked',
    byType: { SECURITY: { kind: 'set', contact: after }, BILLING: { kind: 'set', contact: after } },
  });
});

it('marks what cannot be read, and leaves out what cannot be reached', async () => {
  const given = aCase(10, after);
  const failure = aFailure();
  const denying = makeMemoryGateway(aWorld([given.account]), management, { clock: given.clock, fail: () => failure });
  const observed = await given.clock.run(observeUndo(denying, aCaller(), [given.written], given.clock));
  expect(observed.get(member)).toEqual({ kind: 'asked', byType: { SECURITY: { kind: 'unreadable', failure } } });
  const member2 = aCaller({ role: 'member', accountId: delegated });
  const none = await given.clock.run(observeUndo(given.gateway, member2, [given.written], given.clock));
  expect(none.size).toBe(0);
});
