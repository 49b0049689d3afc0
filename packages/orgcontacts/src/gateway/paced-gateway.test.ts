import { expect, it } from 'vitest';
import type { Failure } from '../failure/failure.ts';
import { makePacer, type Pacer } from '../pace/pacer.ts';
import { makeVirtualClock } from '../pace/virtual-clock.ts';
import type { Gateway } from './gateway.ts';
import { makeMemoryGateway } from './memory/memory-gateway.ts';
import { anAccount, anId, aWorld, delegated, management } from './memory/memory-world.builder.ts';
import { aFailure } from './memory/weather.builder.ts';
import { pacedGateway } from './paced-gateway.ts';

const member = anId('300000000000');
const target = { context: 'organization', accountId: member } as const;
const mary = { name: 'Mary Major', title: 'Security', email: 'mary@example.com', phone: '+1 555' };

interface Weather {
  readonly fail?: (call: number, operation: string) => Failure | undefined;
  readonly random?: number;
  readonly signal?: AbortSignal;
}

/** A paced gateway to a small world whose n-th call may fail; the pacer holds nothing back. */
const aPacedGateway = ({ fail = () => undefined, random = 0.5, signal }: Weather = {}) => {
  const clock = makeVirtualClock(0);
  let calls = 0;
  const memory = makeMemoryGateway(aWorld([anAccount(member)]), management, {
    clock,
    fail: (operation) => fail(++calls, operation),
  });
  const pacing = { pacer: makePacer({}, clock), clock, random: () => random, ...(signal && { signal }) };
  return { clock, memory, gateway: pacedGateway(memory, pacing) };
};

/** A pace that holds nothing back. */
const pacing = () => {
  const clock = makeVirtualClock(0);
  return { pacer: makePacer({}, clock), clock, random: () => 0.5 };
};

const throttled = aFailure({ kind: 'throttled', code: 'TooManyRequestsException', status: 429 });
const unavailable = aFailure({ kind: 'unavailable', code: 'InternalServerException', status: 500 });

it('tries a throttled call again until it goes through', async () => {
  const { clock, memory, gateway } = aPacedGateway({ fail: (call) => (call <= 20 ? throttled : undefined) });
  expect(await clock.run(gateway.getContact(target, 'SECURITY'))).toEqual({ kind: 'ok', value: undefined });
  expect(memory.calls).toHaveLength(21);
});

it('gives a throttled call up after five minutes, and not before', async () => {
  const { clock, memory, gateway } = aPacedGateway({ fail: () => throttled });
  expect(await clock.run(gateway.getContact(target, 'SECURITY'))).toEqual({ kind: 'failed', failure: throttled });
  const [last = 0, lastButOne = 0] = memory.calls.map(({ at }) => at).reverse();
  expect(last).toBeGreaterThanOrEqual(300_000);
  expect(lastButOne).toBeLessThan(300_000);
});

const expired = aFailure({ kind: 'expired', code: 'ExpiredTokenException' });

/** A gateway whose credentials have expired: renewing them helps, or does not. */
const aGatewayWithOldCredentials = (helps: boolean) => {
  let renewals = 0;
  const { clock, memory } = aPacedGateway({ fail: () => (helps && renewals > 0 ? undefined : expired) });
  const renewable: Gateway = {
    ...memory,
    renewCredentials: async () => {
      await clock.sleep(100);
      renewals++;
    },
  };
  const gateway = pacedGateway(renewable, { pacer: makePacer({}, clock), clock, random: () => 0.5 });
  return { clock, memory, gateway, renewals: () => renewals };
};

it('renews credentials that have expired, once for all calls that find out together, and tries again', async () => {
  const { clock, memory, gateway, renewals } = aGatewayWithOldCredentials(true);
  const reads = Array.from({ length: 16 }, () => gateway.getContact(target, 'SECURITY'));
  const results = await clock.run(Promise.all(reads));
  expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(['ok']));
  expect(renewals()).toBe(1);
  expect(memory.calls).toHaveLength(32);
});

it('gives up when renewed credentials are no better', async () => {
  const { clock, memory, gateway, renewals } = aGatewayWithOldCredentials(false);
  expect(await clock.run(gateway.getContact(target, 'SECURITY'))).toEqual({ kind: 'failed', failure: expired });
  expect(renewals()).toBe(1);
  expect(memory.calls).toHaveLength(2);
});

it('has five minutes of patience for an item, however many calls it takes', async () => {
  const { clock, memory, gateway } = aPacedGateway({ fail: () => throttled });
  const item = gateway.forItem?.() ?? gateway;
  await clock.run(item.getContact(target, 'SECURITY'));
  const before = memory.calls.length;
  expect(clock.now()).toBeGreaterThanOrEqual(300_000);
  await clock.run(item.putContact(target, 'SECURITY', mary));
  expect(memory.calls).toHaveLength(before + 1);
  await clock.run((gateway.forItem?.() ?? gateway).getContact(target, 'SECURITY'));
  expect(memory.calls.length).toBeGreaterThan(before + 10);
});

it('counts the five minutes from the first try, not from when the call began to wait for its turn', async () => {
  const clock = makeVirtualClock(0);
  const memory = makeMemoryGateway(aWorld([anAccount(member)]), management, {
    clock,
    fail: () => (memory.calls.length === 398 ? throttled : undefined),
  });
  const slow = makePacer({ 'account:GetAlternateContact': { rate: 1, burst: 2 } }, clock);
  const gateway = pacedGateway(memory, { pacer: slow, clock, random: () => 0.5 });
  const reads = Array.from({ length: 400 }, () => gateway.getContact(target, 'SECURITY'));
  const results = await clock.run(Promise.all(reads));
  expect(memory.calls.filter(({ outcome }) => outcome === 'throttled')).toHaveLength(1);
  expect(results.filter(({ kind }) => kind === 'failed')).toEqual([]);
});

it.each(['unavailable', 'conflict'] as const)('tries a call six times when the service is %s', async (kind) => {
  const failure = aFailure({ kind });
  const { clock, memory, gateway } = aPacedGateway({ fail: () => failure });
  expect(await clock.run(gateway.putContact(target, 'SECURITY', mary))).toEqual({ kind: 'failed', failure });
  expect(memory.calls).toHaveLength(6);
});

it('doubles the pause before each further try, with jitter', async () => {
  const whole = aPacedGateway({ fail: () => unavailable, random: 1 });
  await whole.clock.run(whole.gateway.getContact(target, 'SECURITY'));
  expect(whole.memory.calls.map(({ at }) => at)).toEqual([0, 200, 600, 1_400, 3_000, 6_200]);
  const none = aPacedGateway({ fail: () => unavailable, random: 0 });
  await none.clock.run(none.gateway.getContact(target, 'SECURITY'));
  expect(none.memory.calls.map(({ at }) => at)).toEqual([0, 0, 0, 0, 0, 0]);
});

it('never pauses for more than ten seconds', async () => {
  const { clock, memory, gateway } = aPacedGateway({ fail: () => throttled, random: 1 });
  await clock.run(gateway.getContact(target, 'SECURITY'));
  const times = memory.calls.map(({ at }) => at);
  const pauses = times.slice(1).map((at, index) => at - (times[index] ?? 0));
  expect(Math.max(...pauses)).toBe(10_000);
});

it.each(['denied', 'invalid', 'missing', 'other'] as const)('never tries a call again that was %s', async (kind) => {
  const failure = aFailure({ kind });
  const { clock, memory, gateway } = aPacedGateway({ fail: () => failure });
  expect(await clock.run(gateway.getContact(target, 'SECURITY'))).toEqual({ kind: 'failed', failure });
  expect(memory.calls).toHaveLength(1);
});

/** A gateway whose first answer is lost, and all its later ones of a kind. */
const afterALostAnswer = (kind: Failure['kind']) =>
  aPacedGateway({ fail: (call) => (call === 1 ? unavailable : aFailure({ kind })) });

it.each(['denied', 'expired', 'invalid', 'missing', 'other'] as const)(
  'reports a write whose answer was lost as that, though the next try was %s: the first may have taken effect',
  async (kind) => {
    const put = afterALostAnswer(kind);
    const result = await put.clock.run(put.gateway.putContact(target, 'SECURITY', mary));
    expect(result).toEqual({ kind: 'failed', failure: unavailable });
    const gone = afterALostAnswer(kind);
    expect(await gone.clock.run(gone.gateway.deleteContact(target, 'SECURITY'))).toEqual(result);
  },
);

it('reports a read as its last try ended: what was lost before has changed nothing', async () => {
  const { clock, gateway } = afterALostAnswer('denied');
  const result = await clock.run(gateway.getContact(target, 'SECURITY'));
  expect(result).toMatchObject({ kind: 'failed', failure: { kind: 'denied' } });
});

it('ends the pause before a further try with the reason when it is aborted', async () => {
  const stop = new AbortController();
  const { clock, gateway } = aPacedGateway({ fail: () => throttled, random: 1, signal: stop.signal });
  const task = async () => {
    const read = gateway.getContact(target, 'SECURITY').catch((reason: unknown) => [reason, clock.now()]);
    await clock.sleep(100);
    stop.abort('interrupted');
    return read;
  };
  expect(await clock.run(task())).toEqual(['interrupted', 100]);
});

it('sends nothing once it is aborted', async () => {
  const { memory, gateway } = aPacedGateway({ signal: AbortSignal.abort('too late') });
  await expect(gateway.getContact(target, 'SECURITY')).rejects.toBe('too late');
  expect(memory.calls).toEqual([]);
});

const everyCall: readonly [string, (gateway: Gateway) => Promise<unknown>][] = [
  ['sts:GetCallerIdentity', (gateway) => gateway.getCallerIdentity()],
  ['organizations:DescribeOrganization', (gateway) => gateway.describeOrganization()],
  ['organizations:ListAccounts', (gateway) => gateway.listAccounts()],
  ['organizations:DescribeAccount', (gateway) => gateway.describeAccount(member)],
  ['organizations:ListRoots', (gateway) => gateway.listRoots()],
  ['organizations:ListOrganizationalUnitsForParent', (gateway) => gateway.listUnits('r-ex01')],
  ['organizations:ListAccountsForParent', (gateway) => gateway.listAccountsIn('r-ex01')],
  ['organizations:ListParents', (gateway) => gateway.listParents(member)],
  ['organizations:ListTagsForResource', (gateway) => gateway.listTags(member)],
  [
    'organizations:ListDelegatedAdministrators',
    (gateway) => gateway.listDelegatedAdministrators('account.amazonaws.com'),
  ],
  ['organizations:ListAWSServiceAccessForOrganization', (gateway) => gateway.listTrustedServices()],
  ['organizations:ListPoliciesForTarget', (gateway) => gateway.listControlPolicies('r-ex01')],
  ['organizations:DescribePolicy', (gateway) => gateway.describeControlPolicy('p-examplepolicyid')],
  ['organizations:EnableAWSServiceAccess', (gateway) => gateway.enableTrustedAccess('account.amazonaws.com')],
  [
    'organizations:RegisterDelegatedAdministrator',
    (gateway) => gateway.registerDelegatedAdministrator(delegated, 'account.amazonaws.com'),
  ],
  ['account:GetAlternateContact', (gateway) => gateway.getContact(target, 'SECURITY')],
  ['account:PutAlternateContact', (gateway) => gateway.putContact(target, 'SECURITY', mary)],
  ['account:DeleteAlternateContact', (gateway) => gateway.deleteContact(target, 'SECURITY')],
];

it.each(everyCall)('lets %s out at its own pace, once, and tells the pacer how it went', async (operation, call) => {
  const seen: string[] = [];
  const clock = makeVirtualClock(0);
  const noting: Pacer = {
    ...makePacer({}, clock),
    turn: async (name) => {
      seen.push(`turn ${name}`);
      return clock.now();
    },
    throttled: (name) => void seen.push(`throttled ${name}`),
    passed: (name) => void seen.push(`passed ${name}`),
  };
  let calls = 0;
  const guard = { id: 'p-examplepolicyid', name: 'guard', content: '{}', attachedTo: ['r-ex01'] };
  const world = Object.assign(aWorld([anAccount(member)]), { controlPolicies: [guard] });
  const memory = makeMemoryGateway(world, management, {
    clock,
    fail: () => (++calls === 1 ? throttled : undefined),
  });
  const gateway = pacedGateway(memory, { pacer: noting, clock, random: () => 0.5 });
  await clock.run(call(gateway));
  expect(memory.calls.map((one) => one.operation)).toEqual([operation, operation]);
  expect(seen).toEqual([`turn ${operation}`, `throttled ${operation}`, `turn ${operation}`, `passed ${operation}`]);
});

it('has an entry above for every call of the gateway', () => {
  const { gateway } = aPacedGateway();
  // These are no calls of a quota.
  const others = ['renewCredentials', 'forItem', 'clockSkew'];
  const calls = Object.entries(gateway).filter(
    ([name, value]) => typeof value === 'function' && !others.includes(name),
  );
  expect(everyCall).toHaveLength(calls.length);
});

it('passes on how far the clock of the service is ahead', () => {
  const { memory, gateway } = aPacedGateway();
  expect(gateway.clockSkew?.()).toBeUndefined();
  const ahead = pacedGateway({ ...memory, clockSkew: () => 90_000 }, pacing());
  expect(ahead.clockSkew?.()).toBe(90_000);
});

it('passes the tokens of pages on', async () => {
  const { clock, gateway } = aPacedGateway();
  const page = await clock.run(gateway.listAccounts('2'));
  expect(page.kind === 'ok' && page.value.items.map(({ id }) => id)).toEqual([member]);
});
