import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { organizations } from '../../client.builder.ts';
import { createEmulator } from '../../create-emulator.ts';
import { parseWorld } from '../../world/parse-world.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { contentOf, policedWorld, policyOf } from './policies.builder.ts';

const aPolicy = fc.constantFrom('p-FullAWSAccess', 'p-example001', 'p-example002', 'p-unknown01');
const aTarget = fc.constantFrom(ids.root, ids.workloads, ids.member, ids.management, ids.outsider);
const aName = fc.constantFrom('First', 'Second', 'Third', 'FullAWSAccess');
const aContent = fc.constantFrom(contentOf('Deny', 's3:*'), contentOf('Allow', '*'), '{}', 'no policy');
const aType = fc.constantFrom('SERVICE_CONTROL_POLICY', 'SERVICE_CONTROL_POLICY', 'TAG_POLICY');

const operation = (name: string, input: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.record(input, { requiredKeys: Object.keys(input) }).map((sent) => ({ name, sent }));

const aCall = fc.oneof(
  operation('AttachPolicy', { PolicyId: aPolicy, TargetId: aTarget }),
  operation('DetachPolicy', { PolicyId: aPolicy, TargetId: aTarget }),
  operation('DeletePolicy', { PolicyId: aPolicy }),
  operation('UpdatePolicy', { PolicyId: aPolicy, Name: aName, Content: aContent }),
  operation('CreatePolicy', { Name: aName, Description: fc.constant(''), Content: aContent, Type: aType }),
  operation('EnablePolicyType', { RootId: fc.constant(ids.root), PolicyType: aType }),
  operation('DisablePolicyType', { RootId: fc.constant(ids.root), PolicyType: aType }),
  operation('TagResource', { ResourceId: aPolicy, Tags: fc.constant([{ Key: 'team', Value: 'security' }]) }),
);

const aCalls = fc.array(aCall, { maxLength: 20 });
const begin = () =>
  emulatorOf({
    world: policedWorld([policyOf('p-example001', 'First'), policyOf('p-example002', 'Second')]),
    instant: true,
  });

describe('after any calls about policies', () => {
  it('the world can be saved and loaded, and what was refused changed nothing', async () => {
    await fc.assert(
      fc.asyncProperty(aCalls, async (calls) => {
        const emulator = begin();
        const client = organizations(emulator, ids.management);
        for (const { name, sent } of calls) {
          const before = emulator.snapshot();
          const { status } = await client.call(name, sent);
          expect(status).toBeLessThan(500);
          if (status !== 200) expect(emulator.snapshot()).toEqual(before);
        }
        const world = emulator.snapshot();
        expect(createEmulator({ world }).snapshot()).toEqual(world);
        expect(parseWorld(JSON.stringify(world))).toEqual({ kind: 'world', world });
      }),
      { numRuns: 100 },
    );
  });

  it('everything has one to ten policies while the type is enabled, and none while it is not', async () => {
    await fc.assert(
      fc.asyncProperty(aCalls, async (calls) => {
        const client = organizations(begin(), ids.management);
        for (const { name, sent } of calls) await client.call(name, sent);
        const { body } = await client.call('ListRoots');
        const [root] = body['Roots'] as readonly { readonly PolicyTypes: readonly unknown[] }[];
        for (const TargetId of [ids.root, ids.workloads, ids.sandbox, ids.member, ids.management]) {
          const list = await client.call('ListPoliciesForTarget', { TargetId, Filter: 'SERVICE_CONTROL_POLICY' });
          const attached = list.body['Policies'] as readonly unknown[];
          const isEnabled = root?.PolicyTypes.length === 1;
          expect(attached.length > 0).toBe(isEnabled);
          expect(attached.length).toBeLessThanOrEqual(10);
        }
      }),
      { numRuns: 50 },
    );
  });
});
