import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeCaller } from '../caller/caller.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import { anAccount, anId, aWorld, management } from '../gateway/memory/memory-world.builder.ts';
import type { MemoryUnit, MemoryWorld } from '../gateway/memory/memory-world.ts';
import { withoutPaths } from '../gateway/memory/weather.builder.ts';
import type { Org } from '../org/org.ts';
import { matchSelector } from '../selector/match-selector.ts';
import { observeOrg } from './observe-org.ts';
import type { UnitsSought } from './observe-units.ts';

const caller = makeCaller({
  accountId: management,
  arn: `arn:aws:iam::${management}:user/administrator`,
  organizationId: 'o-exampleorgid',
  managementAccountId: management,
  delegatedAdministrators: [],
});

const names = ['A', 'B', 'A/B'] as const;

/** A tree: each unit is below one that stands before it, and an account is in each. */
const worlds: fc.Arbitrary<MemoryWorld> = fc
  .uniqueArray(fc.record({ parent: fc.nat(6), name: fc.constantFrom(...names) }), {
    maxLength: 7,
    selector: ({ parent, name }) => `${parent} ${name}`,
  })
  .map((drawn) => {
    const units: MemoryUnit[] = [{ id: 'r-ex01', name: 'Root' }];
    for (const { parent, name } of drawn) {
      const above = units[parent % units.length]?.id ?? 'r-ex01';
      if (units.some((unit) => unit.parent === above && unit.name === name)) continue;
      units.push({ id: `ou-ex01-${String(units.length).padStart(8, '0')}`, name, parent: above });
    }
    const accounts = units.map(({ id }, index) => anAccount(anId(String(300000000000 + index)), { parent: id }));
    return { ...aWorld(accounts), units };
  });

const paths = fc
  .array(fc.constantFrom('A', 'B', 'A\\/B', 'C'), { minLength: 1, maxLength: 3 })
  .map((steps) => steps.join('/'));
const sought = fc.array(fc.oneof(paths, fc.constantFrom('/', 'r-ex01', 'ou-ex01-00000003')), { maxLength: 4 });

const observe = async (gateway: Gateway, units: UnitsSought): Promise<Org> => {
  const observed = await observeOrg(gateway, caller, { tags: false, units });
  if (observed.kind === 'failed') throw new Error(observed.failure.message);
  return observed.value;
};

it('finds the same accounts for what is looked at, whether it walks the whole tree, a part of it, or has no Paths', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, sought, async (world, units) => {
      const memory = makeMemoryGateway(world, management);
      const answers = (org: Org) =>
        units.map((name) => org.accounts.map((account) => matchSelector([{ kind: 'ou', units: [name] }], account)));
      const whole = answers(await observe(memory, 'all'));
      expect(answers(await observe(memory, units))).toEqual(whole);
      expect(answers(await observe(withoutPaths(memory), units))).toEqual(whole);
    }),
    { numRuns: 150 },
  );
});
