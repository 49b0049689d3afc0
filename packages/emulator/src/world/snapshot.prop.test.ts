import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { account, organizations } from '../client.builder.ts';
import { createEmulator, type Emulator } from '../create-emulator.ts';
import { mary } from '../services/account/contacts.builder.ts';
import { parseWorld } from './parse-world.ts';
import { ids, smallWorld } from './worlds.builder.ts';

const anAccount = fc.constantFrom(ids.management, ids.delegated, ids.member, ids.suspended, ids.outsider, ids.unknown);
const aUnit = fc.constantFrom(ids.root, ids.workloads, ids.sandbox);
const aType = fc.constantFrom('BILLING', 'OPERATIONS', 'SECURITY', 'security');
const aService = fc.constantFrom('account.amazonaws.com', 'config.amazonaws.com');
const aText = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'B', ' ', '5', 'ü', ':', '_') });
const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

const target = fc.record({ AlternateContactType: aType, AccountId: optional(anAccount) });
const tags = fc.array(fc.record({ Key: aText, Value: aText }), { maxLength: 3 });

const operation = (name: string, input: fc.Arbitrary<object>) => fc.tuple(fc.constant(name), input);

const contactCall = fc.oneof(
  operation(
    'PutAlternateContact',
    target.chain((where) => fc.record({ Name: aText }).map((part) => ({ ...where, ...mary, ...part }))),
  ),
  operation('DeleteAlternateContact', target),
);

const organizationCall = fc.oneof(
  operation('TagResource', fc.record({ ResourceId: fc.oneof(anAccount, aUnit), Tags: tags })),
  operation('UntagResource', fc.record({ ResourceId: anAccount, TagKeys: fc.array(aText, { maxLength: 2 }) })),
  operation('MoveAccount', fc.record({ AccountId: anAccount, SourceParentId: aUnit, DestinationParentId: aUnit })),
  operation('CreateOrganizationalUnit', fc.record({ ParentId: aUnit, Name: aText, Tags: tags })),
  operation(
    'CreateAccount',
    fc.record({ Email: fc.constantFrom('a1@example.com', 'a2@example.com'), AccountName: fc.constant('new') }),
  ),
  operation('EnableAWSServiceAccess', fc.record({ ServicePrincipal: aService })),
  operation('DisableAWSServiceAccess', fc.record({ ServicePrincipal: aService })),
  operation('RegisterDelegatedAdministrator', fc.record({ AccountId: anAccount, ServicePrincipal: aService })),
  operation('DeregisterDelegatedAdministrator', fc.record({ AccountId: anAccount, ServicePrincipal: aService })),
);

const calls = fc.array(
  fc.tuple(
    fc.constantFrom(ids.management, ids.management, ids.delegated, ids.member),
    fc.oneof(
      contactCall.map((call) => ({ service: account, call })),
      organizationCall.map((call) => ({ service: organizations, call })),
    ),
  ),
  { maxLength: 12 },
);

const run = async (
  emulator: Emulator,
  sequence: readonly (typeof calls extends fc.Arbitrary<infer Calls> ? Calls : never)[number][],
) => {
  const statuses: number[] = [];
  for (const [caller, { service, call }] of sequence)
    statuses.push((await service(emulator, caller).call(call[0], { ...call[1] })).status);
  return statuses;
};

const make = () => createEmulator({ world: smallWorld(), quotas: 'off', instant: true });

describe('after any calls', () => {
  it('a snapshot makes an emulator with the same snapshot, also through a file', async () => {
    await fc.assert(
      fc.asyncProperty(calls, async (sequence) => {
        const emulator = make();
        await run(emulator, sequence);
        const world = emulator.snapshot();
        expect(createEmulator({ world }).snapshot()).toEqual(world);
        expect(parseWorld(JSON.stringify(world))).toEqual({ kind: 'world', world });
      }),
      { numRuns: 100 },
    );
  });

  it('no answer is a mistake of the emulator, and what was refused changed nothing', async () => {
    await fc.assert(
      fc.asyncProperty(calls, async (sequence) => {
        const emulator = make();
        for (const step of sequence) {
          const before = emulator.snapshot();
          const [status] = await run(emulator, [step]);
          expect(status).toBeLessThan(500);
          if (status !== 200) expect(emulator.snapshot()).toEqual(before);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a reset goes back to the beginning', async () => {
    await fc.assert(
      fc.asyncProperty(calls, async (sequence) => {
        const emulator = make();
        await run(emulator, sequence);
        emulator.reset();
        expect(emulator.snapshot()).toEqual(smallWorld());
        expect(await run(emulator, sequence)).toEqual(await run(make(), sequence));
      }),
      { numRuns: 50 },
    );
  });
});
