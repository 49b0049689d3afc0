import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { account } from '../client.builder.ts';
import type { LoggedCall } from '../control/call-log.ts';
import { mary } from '../services/account/contacts.builder.ts';
import type { ContactType } from '../world/world.ts';
import { emulatorOf, ids } from '../world/worlds.builder.ts';
import type { FaultRule } from './fault-rule.ts';

const operations = ['GetAlternateContact', 'PutAlternateContact', 'DeleteAlternateContact'] as const;
const types: readonly ContactType[] = ['BILLING', 'SECURITY'];
const accounts = [ids.member, ids.delegated];

const failing = ['InternalServer', 'ServiceUnavailable', 'TooManyRequests', 'ConnectionReset'] as const;

/** Leaves out what is undefined. */
const given = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;

const rule: fc.Arbitrary<FaultRule> = fc
  .record({
    operation: fc.constantFrom('*', 'account:*', ...operations),
    account: fc.option(fc.constantFrom(...accounts), { nil: undefined }),
    probability: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    times: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    after: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
    error: fc.constantFrom(...failing),
    when: fc.option(fc.constantFrom('before', 'after'), { nil: undefined }),
  })
  .map(given);

const rules = fc.array(rule, { maxLength: 4 });
const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

const call = fc.record({
  operation: fc.constantFrom(...operations),
  account: fc.constantFrom(...accounts),
  type: fc.constantFrom(...types),
  name: fc.constantFrom('Ana', 'Li', 'Mary'),
});
const calls = fc.array(call, { maxLength: 25 });

type Call = typeof call extends fc.Arbitrary<infer One> ? One : never;

/** Makes the calls one after the other; what breaks off has no status. */
const run = async (emulator: ReturnType<typeof emulatorOf>, sequence: readonly Call[]) => {
  const client = account(emulator, ids.management);
  const statuses: number[] = [];
  for (const { operation, account: AccountId, type, name } of sequence) {
    const sent = client.call(operation, { AccountId, AlternateContactType: type, ...mary, Name: name });
    statuses.push(await sent.then(({ status }) => status).catch(() => 0));
  }
  return statuses;
};

const logged = async (emulator: ReturnType<typeof emulatorOf>) => {
  const reply = await emulator.fetch(new Request('http://127.0.0.1/_emulator/calls'));
  const { calls: found } = (await reply.json()) as { calls: readonly LoggedCall[] };
  return found;
};

describe('ordered failures', () => {
  it('are the same for the same seed, rules and calls, also after a reset', async () => {
    await fc.assert(
      fc.asyncProperty(rules, seed, calls, async (faults, faultSeed, sequence) => {
        const emulator = emulatorOf({ faults, faultSeed });
        const statuses = await run(emulator, sequence);
        expect(await run(emulatorOf({ faults, faultSeed }), sequence)).toEqual(statuses);
        emulator.reset();
        expect(await run(emulator, sequence)).toEqual(statuses);
      }),
      { numRuns: 60 },
    );
  });

  it('leave exactly what the writes did that took effect', async () => {
    await fc.assert(
      fc.asyncProperty(rules, seed, calls, async (faults, faultSeed, sequence) => {
        const emulator = emulatorOf({ faults, faultSeed });
        await run(emulator, sequence);
        const log = await logged(emulator);
        const model = new Map<string, string>();
        for (const [index, { operation, account: id, type, name }] of sequence.entries()) {
          if (log[index]?.fault?.when === 'before') continue;
          if (operation === 'PutAlternateContact') model.set(`${id} ${type}`, name);
          if (operation === 'DeleteAlternateContact') model.delete(`${id} ${type}`);
        }
        const found = emulator
          .snapshot()
          .accounts.flatMap(({ id, contacts }) =>
            Object.entries(contacts).map(([type, { Name }]) => [`${id} ${type}`, Name] as const),
          );
        expect(new Map(found)).toEqual(model);
      }),
      { numRuns: 60 },
    );
  });

  it('strike no more often than ordered, and never the calls that are to pass first', async () => {
    const limited = fc.record({ times: fc.integer({ min: 1, max: 6 }), after: fc.integer({ min: 0, max: 10 }) });
    await fc.assert(
      fc.asyncProperty(
        limited,
        fc.double({ min: 0, max: 1, noNaN: true }),
        seed,
        calls,
        async (limits, p, s, sequence) => {
          const faults: FaultRule[] = [{ operation: '*', error: 'InternalServer', probability: p, ...limits }];
          const statuses = await run(emulatorOf({ faults, faultSeed: s }), sequence);
          expect(statuses.slice(0, limits.after)).not.toContain(500);
          expect(statuses.filter((status) => status === 500).length).toBeLessThanOrEqual(limits.times);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('strike as often as their probability says', async () => {
    const faults: FaultRule[] = [{ operation: '*', error: 'InternalServer', probability: 0.3 }];
    const sequence = Array.from({ length: 1000 }, () => ({
      operation: 'GetAlternateContact' as const,
      account: ids.member,
      type: 'BILLING' as const,
      name: 'Ana' as const,
    }));
    const struck = (await run(emulatorOf({ faults, faultSeed: 1 }), sequence)).filter((status) => status === 500);
    // Five standard deviations to either side.
    expect(struck.length).toBeGreaterThan(228);
    expect(struck.length).toBeLessThan(372);
  });
});
