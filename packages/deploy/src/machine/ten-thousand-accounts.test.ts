import { type AccountId, forecast, quotaTables } from 'orgcontacts';
import { type MemoryAccount, type MemoryWorld, makeMemoryGateway, makeVirtualClock } from 'orgcontacts/memory';
import { describe, expect, it } from 'vitest';
import { makeApplyHandler } from '../apply/make-apply-handler.ts';
import { makeBeginHandler } from '../begin/make-begin-handler.ts';
import { makePlanHandler } from '../plan/make-plan-handler.ts';
import { keys } from '../work/objects.ts';
import { aBench, keeper, measured } from '../work/tools.builder.ts';
import type { Work } from '../work/work.ts';
import { runMachine } from './run-machine.builder.ts';

const fifteenMinutes = 900_000;
/** Milliseconds from request to answer, as between an AWS Region and us-east-1. */
const latency = 60;
const quotas = quotaTables['aws'] ?? {};

const policy = `version: 1
contacts:
  desk: { name: Mary Major, title: Security, email: security@example.com, phone: "+1(555)555-5555" }
assignments:
  - match: all
    security: desk
`;

const idOf = (index: number) => String(300_000_000_000 + index) as AccountId;

const aWorld = (accounts: number): MemoryWorld => {
  const ids = [
    keeper as AccountId,
    '111122223333' as AccountId,
    ...Array.from({ length: accounts - 2 }, (_, index) => idOf(index)),
  ];
  const account = (id: AccountId): MemoryAccount => ({
    id,
    name: `account ${id}`,
    email: `aws+${id}@example.com`,
    state: 'ACTIVE',
    parent: 'r-ex01',
    tags: {},
    contacts: {},
  });
  return {
    organizationId: 'o-exampleorgid',
    managementAccountId: '111122223333' as AccountId,
    units: [{ id: 'r-ex01', name: 'Root' }],
    accounts: new Map(ids.map((id) => [id, account(id)])),
    delegatedAdministrators: [keeper as AccountId],
    trustedServices: ['account.amazonaws.com'],
  };
};

/** A whole organization on the virtual clock, and how long each batch took. */
const aSimulation = (accounts: number) => {
  const clock = makeVirtualClock();
  const world = aWorld(accounts);
  const batches: { readonly what: string; readonly took: number }[] = [];
  const calls = new Map<string, number>();
  const writtenTo = new Map<string, number>();
  const killsAt = { from: Number.POSITIVE_INFINITY, to: 0 };
  const connect = async () => {
    const memory = makeMemoryGateway(world, keeper as AccountId, {
      clock,
      quotas,
      latency,
      forgetsCalls: true,
      fail: (operation, subject) => {
        if (clock.now() >= killsAt.from && clock.now() < killsAt.to) throw new Error('the function was killed');
        calls.set(operation, (calls.get(operation) ?? 0) + 1);
        if (operation === 'account:PutAlternateContact') writtenTo.set(subject, (writtenTo.get(subject) ?? 0) + 1);
        return undefined;
      },
    });
    return { gateway: memory, close: () => {} };
  };
  const bench = aBench({ policy, connect, clock });
  const timed =
    (what: string, run: (work: Work) => Promise<Work>) =>
    async (work: Work): Promise<Work> => {
      const from = clock.now();
      try {
        return await run(work);
      } finally {
        batches.push({ what, took: clock.now() - from });
      }
    };
  return {
    ...bench,
    clock,
    world,
    batches,
    calls,
    writtenTo,
    killsAt,
    begin: makeBeginHandler(bench, [{ name: keeper, roleArn: null }]),
    plan: timed('plan', makePlanHandler(bench)),
    apply: timed('apply', makeApplyHandler(bench)),
    decide: async () => ({ approve: 'none is needed: creates never count' }),
  };
};

const set = ({ accounts }: MemoryWorld): number =>
  [...accounts.values()].filter(({ contacts }) => contacts.SECURITY).length;

describe('an organization of 10,000 accounts', () => {
  it('goes through in batches of less than fifteen minutes, within 5 % of what the quotas allow, and one that is killed repeats nothing', async () => {
    const accounts = 10_000;
    const simulation = aSimulation(accounts);
    const { clock, world, batches, calls, writtenTo, killsAt } = simulation;
    const killedOnce = (work: Work): Promise<Work> => {
      // In the middle of the second batch, with calls under way.
      const isFirstTry = killsAt.to === 0;
      if (work.batch === 1 && isFirstTry)
        Object.assign(killsAt, { from: clock.now() + 60_000, to: clock.now() + 61_000 });
      return simulation.apply(work);
    };
    const from = clock.now();
    const { outcomes } = await clock.run(runMachine({ ...simulation, apply: killedOnce }));
    expect(outcomes).toEqual([{ organization: keeper, outcome: 'applied' }]);
    // The management account is out of reach from here, and everybody else has the contact.
    expect(set(world)).toBe(accounts - 1);
    expect([...writtenTo.values()].every((times) => times === 1)).toBe(true);

    expect(Math.max(...batches.map(({ took }) => took))).toBeLessThan(fifteenMinutes);
    expect(batches.filter(({ what }) => what === 'apply').length).toBeGreaterThan(3);
    const changed = accounts - 1;
    const floor = [
      { 'organizations:ListAccounts': (calls.get('organizations:ListAccounts') ?? 0) / 2 },
      { 'account:GetAlternateContact': changed },
      { 'account:GetAlternateContact': 2 * changed, 'account:PutAlternateContact': changed },
    ].reduce((sum, phase) => sum + forecast(phase, quotas), 0);
    const took = clock.now() - from;
    expect(killsAt.to).toBeLessThan(clock.now());
    expect(took / floor).toBeLessThan(1.05);
    expect(measured(simulation, 'Written')).toBe(changed);
  });

  it('stops within one call of a pause in the middle', async () => {
    const accounts = 5_000;
    const simulation = aSimulation(accounts);
    const { clock, objects, world } = simulation;
    let writesAfter = 0;
    let isPaused = false;
    const watched = {
      ...simulation,
      apply: async (work: Work): Promise<Work> => {
        if (!isPaused && work.batch === 1) {
          clock.sleep(60_000).then(() => {
            objects.kept.set(keys.paused(keeper), '');
            isPaused = true;
            writesAfter = -set(world);
          });
        }
        return simulation.apply(work);
      },
    };
    const { outcomes } = await clock.run(runMachine(watched));
    writesAfter += set(world);
    expect(outcomes).toEqual([{ organization: keeper, outcome: 'paused' }]);
    // What was on its way to AWS by then arrives; at five writes a second and 60 milliseconds that is one.
    expect(writesAfter).toBeLessThanOrEqual(1);
    expect(set(world)).toBeLessThan(accounts - 1_000);
  });
});
