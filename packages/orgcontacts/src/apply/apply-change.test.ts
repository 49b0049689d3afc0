import { describe, expect, it } from 'vitest';
import type { Contact } from '../contact/contact.ts';
import type { Failure } from '../failure/failure.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import { anAccount, anId, aWorld, management } from '../gateway/memory/memory-world.builder.ts';
import { aFailure, withLateReads, withLostAnswers, withOneStaleRead } from '../gateway/memory/weather.builder.ts';
import { chainStart } from '../journal/chain.ts';
import { makeJournal } from '../journal/journal.ts';
import { makeVirtualClock } from '../pace/virtual-clock.ts';
import { aContact } from '../resolve/policy.builder.ts';
import { applyChange } from './apply-change.ts';
import { changeTo } from './run.builder.ts';

const member = anId('300000000000');
const planned = aContact('Planned');
const wanted = aContact('Wanted');
const other = aContact('Other');

interface Case {
  /** What was there when the plan was made, what is there now, and what is wanted. */
  readonly before?: Contact | null;
  readonly live?: Contact | null;
  readonly after?: Contact | null;
  readonly attempted?: boolean;
  readonly fail?: (operation: string) => Failure | undefined;
  readonly around?: (gateway: Gateway) => Gateway;
  readonly stop?: AbortController;
}

/** Carries one change out and tells everything that can be seen of it. */
const carryOut = async (given: Case) => {
  const { before = null, after = wanted, attempted = false, around = (each) => each, stop, fail } = given;
  const { live = before } = given;
  const account = anAccount(member, { contacts: before ? { SECURITY: before } : {} });
  const world = aWorld([account]);
  const change = changeTo(world, member, 'SECURITY', after);
  account.contacts = live ? { SECURITY: live } : {};
  const clock = makeVirtualClock(Date.UTC(2026, 0, 1));
  const gateway = makeMemoryGateway(world, management, { clock, ...(fail && { fail }) });
  const recorded: { readonly entry: object; readonly callsBefore: number }[] = [];
  const log = {
    append: async (line: string) => {
      const { prev: _, ...entry } = JSON.parse(line);
      recorded.push({ entry, callsBefore: gateway.calls.length });
    },
    close: async () => {},
  };
  const outcome = await clock.run(
    applyChange(
      { item: 7, change, target: { context: 'organization', accountId: member }, attempted },
      {
        gateway: around(gateway),
        journal: makeJournal(log, chainStart),
        clock,
        stop: (stop ?? new AbortController()).signal,
      },
    ),
  );
  const calls = gateway.calls.map(({ operation }) => operation.replace('account:', '').replace('AlternateContact', ''));
  const seconds = (clock.now() - Date.UTC(2026, 0, 1)) / 1000;
  return { outcome, calls, recorded, seconds, now: account.contacts.SECURITY ?? null };
};

describe('a change that is as planned', () => {
  it.each<[string, Case, readonly string[]]>([
    ['create', {}, ['Get', 'Put', 'Get']],
    ['update', { before: planned }, ['Get', 'Put', 'Get']],
    ['delete', { before: planned, after: null }, ['Get', 'Delete', 'Get']],
  ])('is read, written and read back: %s', async (_, given, calls) => {
    const seen = await carryOut(given);
    expect(seen.outcome).toEqual({ kind: 'done', how: 'written' });
    expect(seen.calls).toEqual(calls);
    expect(seen.now).toEqual(given.after === undefined ? wanted : given.after);
  });

  it('has its intent on record before the call goes out, with what was read just then', async () => {
    const live = { ...planned, email: planned.email.replace('example.com', 'EXAMPLE.com') };
    const { recorded } = await carryOut({ before: planned, live });
    expect(recorded).toEqual([
      {
        callsBefore: 1,
        entry: {
          kind: 'intent',
          at: '2026-01-01T00:00:00.000Z',
          item: 7,
          accountId: member,
          type: 'SECURITY',
          before: live,
          after: wanted,
        },
      },
    ]);
  });
});

describe('a change that is no longer as planned', () => {
  it.each<[string, Case]>([
    ['created by somebody else', { live: other }],
    ['updated by somebody else', { before: planned, live: other }],
    ['deleted by somebody else', { before: planned, live: null }],
    ['replaced before it was deleted', { before: planned, live: other, after: null }],
  ])('is not touched: %s', async (_, given) => {
    const seen = await carryOut(given);
    expect(seen.outcome).toMatchObject({ kind: 'skipped', why: 'changed-since-plan' });
    expect([seen.calls, seen.recorded, seen.now]).toEqual([['Get', 'Get'], [], given.live]);
  });

  it('is looked at again half a second later, since a read may have been stale', async () => {
    const seen = await carryOut({
      before: planned,
      live: planned,
      around: (gateway) => withOneStaleRead(gateway, other),
    });
    expect(seen.outcome).toEqual({ kind: 'done', how: 'written' });
    expect(seen.calls).toEqual(['Get', 'Put', 'Get']);
    expect(seen.seconds).toBe(0.5);
  });

  it.each<[string, Case]>([
    ['a contact that is there already', { live: wanted }],
    ['a contact that is there but for the case of its domain', { live: { ...wanted, email: 'wanted@EXAMPLE.com' } }],
    ['a contact that was updated already', { before: planned, live: wanted }],
    ['a delete of what is gone already', { before: planned, live: null, after: null }],
  ])('needs no write: %s', async (_, given) => {
    const seen = await carryOut(given);
    expect(seen.outcome).toEqual({ kind: 'done', how: 'already' });
    expect([seen.calls, seen.recorded]).toEqual([['Get'], []]);
  });

  it('was written by an earlier attempt that had no outcome, where the value is there', async () => {
    expect((await carryOut({ live: wanted, attempted: true })).outcome).toEqual({ kind: 'done', how: 'written' });
  });

  it('is written again where the earlier attempt did not arrive', async () => {
    const seen = await carryOut({ before: planned, attempted: true });
    expect(seen.outcome).toEqual({ kind: 'done', how: 'written' });
    expect(seen.recorded).toHaveLength(1);
  });
});

describe('a failure', () => {
  it('of the read before leaves everything as it is', async () => {
    const failure = aFailure();
    const seen = await carryOut({ before: planned, fail: () => failure });
    expect(seen.outcome).toEqual({ kind: 'failed', failure });
    expect([seen.calls, seen.recorded, seen.now]).toEqual([['Get'], [], planned]);
  });

  it.each(['denied', 'invalid', 'throttled', 'conflict', 'missing', 'other'] as const)(
    'of the write that is %s is final, and is not read back',
    async (kind) => {
      const failure = aFailure({ kind, operation: 'account:PutAlternateContact' });
      const fail = (operation: string) => (operation === failure.operation ? failure : undefined);
      const seen = await carryOut({ before: planned, fail });
      expect(seen.outcome).toEqual({ kind: 'failed', failure });
      expect([seen.calls, seen.recorded.length, seen.now]).toEqual([['Get', 'Put'], 1, planned]);
    },
  );

  it.each<[string, Case]>([
    ['a put', {}],
    ['a delete', { before: planned, after: null }],
  ])('to answer says nothing, and reading shows that it was written: %s', async (_, given) => {
    const seen = await carryOut({ ...given, around: withLostAnswers });
    expect(seen.outcome).toEqual({ kind: 'done', how: 'written' });
    expect(seen.calls.at(-1)).toBe('Get');
  });

  it('to answer is a failure when the write does not show within five seconds', async () => {
    const failure = aFailure({ kind: 'unavailable', code: 'ECONNRESET' });
    const fail = (operation: string) => (operation === 'account:PutAlternateContact' ? failure : undefined);
    const seen = await carryOut({ before: planned, fail });
    expect(seen.outcome).toEqual({ kind: 'failed', failure });
    expect(seen.calls.slice(0, 4)).toEqual(['Get', 'Put', 'Get', 'Get']);
    expect(seen.seconds).toBeGreaterThan(1);
    expect(seen.seconds).toBeLessThanOrEqual(5);
  });

  it('to read back leaves the write unconfirmed', async () => {
    let reads = 0;
    const fail = (operation: string) =>
      operation === 'account:GetAlternateContact' && ++reads > 1 ? aFailure() : undefined;
    const seen = await carryOut({ before: planned, fail });
    expect(seen.outcome).toEqual({
      kind: 'unconfirmed',
      why: 'unreadable',
      detail: 'account:GetAlternateContact: AccessDeniedException (HTTP 403): not authorized',
    });
  });
});

describe('a write that does not show at once', () => {
  it.each([1, 2, 5])('is confirmed by one equal read, after %i that were not', async (lag) => {
    const seen = await carryOut({ before: planned, around: (gateway) => withLateReads(gateway, lag) });
    expect(seen.outcome).toEqual({ kind: 'done', how: 'written' });
    expect(seen.calls.filter((call) => call === 'Put')).toHaveLength(1);
  });

  it('is unconfirmed after a minute', async () => {
    const seen = await carryOut({ before: planned, around: (gateway) => withLateReads(gateway, 1_000) });
    expect(seen.outcome).toEqual({
      kind: 'unconfirmed',
      why: 'not-shown',
      detail: 'the write did not show within 60 s',
    });
    expect(seen.seconds).toBeGreaterThan(45);
    expect(seen.seconds).toBeLessThanOrEqual(60);
  });

  it('is read again after half a second, then after twice as long each time', async () => {
    const neverShowing = (gateway: Gateway): Gateway => ({
      ...gateway,
      getContact: async () => ({ kind: 'ok', value: undefined }),
    });
    const seen = await carryOut({ around: neverShowing });
    expect(seen.outcome.kind).toBe('unconfirmed');
    // 0.5 + 1 + 2 + 4 + 8 + 10 + 10 + 10 + 10; a further 10 would pass the minute.
    expect(seen.seconds).toBe(55.5);
  });

  it('is not waited for when somebody wrote something else at the same time', async () => {
    const overwriting = (gateway: Gateway): Gateway => ({
      ...gateway,
      putContact: async (target, type, contact) => {
        const put = await gateway.putContact(target, type, contact);
        await gateway.putContact(target, type, other);
        return put;
      },
    });
    const seen = await carryOut({ before: planned, around: overwriting });
    expect(seen.outcome).toEqual({
      kind: 'unconfirmed',
      why: 'overwritten',
      detail: 'somebody else wrote another value meanwhile',
    });
    expect(seen.seconds).toBe(1.5);
    expect(seen.now).toEqual(other);
  });

  it('is not waited for once the user stops', async () => {
    const stop = new AbortController();
    const around = (gateway: Gateway): Gateway => ({
      ...gateway,
      putContact: async (...put) => {
        stop.abort();
        return gateway.putContact(...put);
      },
      getContact: async () => ({ kind: 'ok', value: planned }),
    });
    const seen = await carryOut({ before: planned, around, stop });
    expect(seen.outcome).toEqual({
      kind: 'unconfirmed',
      why: 'interrupted',
      detail: 'interrupted before the write showed',
    });
    expect(seen.seconds).toBe(0);
  });
});
