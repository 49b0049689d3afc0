import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { account } from '../../client.builder.ts';
import { createEmulator } from '../../create-emulator.ts';
import { parseWorld } from '../../world/parse-world.ts';
import { optInRegions } from '../../world/region.ts';
import { seedWorld } from '../../world/seed-world.ts';
import { makeClock } from '../../world/worlds.builder.ts';
import { office } from './contacts.builder.ts';
import { codeOf } from './settings.builder.ts';

const start = seedWorld(6, 1);
const accountIds = start.accounts.map(({ id }) => id) as [string, ...string[]];

const anId = fc.constantFrom(...accountIds);
const target = fc.record({ AccountId: fc.option(fc.oneof(anId, fc.constant('777788889999')), { nil: undefined }) });
const aRegion = fc.constantFrom('us-east-1', 'eu-nowhere-1', 'AF-SOUTH-1', ...optInRegions.slice(0, 3));
const anEmail = fc.constantFrom('aws+management@example.com', 'one@example.com', 'ONE@example.com', 'two@example.com');
const aText = fc.constantFrom('', ' ', ' Any Town ', 'Größe', '<b>', '+1 555 555 0123', 'us');

const call = (operation: string, more: fc.Arbitrary<object> = fc.constant({})) =>
  fc.record({ operation: fc.constant(operation), target, more });

/** A code that was sent is taken from the control address; now and then it is another one. */
const anOtp = fc.record({ isRight: fc.boolean() });

const step = fc.record({
  caller: anId,
  pause: fc.constantFrom(0, 0, 1000, 60_000, 300_000),
  what: fc.oneof(
    ...['GetContactInformation', 'GetAccountInformation', 'GetPrimaryEmail', 'GetPrimaryEmailUpdateStatus'].map(
      (name) => call(name),
    ),
    call('ListRegions', fc.record({ MaxResults: fc.constantFrom(1, 20, 50) })),
    call('SendPhoneNumberVerification'),
    call('VerifyPhoneNumber', anOtp),
    call('PutAccountName', fc.record({ AccountName: aText })),
    call(
      'PutContactInformation',
      fc.record({ City: aText, PhoneNumber: aText }).map((parts) => ({ ContactInformation: { ...office, ...parts } })),
    ),
    call('StartPrimaryEmailUpdate', fc.record({ PrimaryEmail: anEmail })),
    call('AcceptPrimaryEmailUpdate', fc.record({ PrimaryEmail: anEmail, isRight: fc.boolean() })),
    ...['EnableRegion', 'DisableRegion', 'GetRegionOptStatus'].map((name) =>
      call(name, fc.record({ RegionName: aRegion })),
    ),
  ),
});

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const make = () => {
  const clock = makeClock();
  const emulator = createEmulator({ world: start, quotas: 'off', clock });
  const take = async ({ caller, pause, what: { operation, target: named, more } }: Step) => {
    clock.advance(pause);
    const before = emulator.snapshot();
    const Otp = 'isRight' in more && more.isRight ? await codeOf(emulator, named.AccountId ?? caller) : 'wrong1';
    const reply = await account(emulator, caller).call(operation, { Otp, ...named, ...more });
    return { before, reply };
  };
  return { clock, emulator, take };
};

describe('after any calls of Account Management', () => {
  it('no answer is a mistake of the emulator, and what was refused, or read, changed nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const { emulator, take } = make();
        for (const each of steps) {
          const { before, reply } = await take(each);
          expect(reply.status).toBeLessThan(500);
          const isQuiet = reply.status !== 200 || /^(Get|List)/.test(each.what.operation);
          if (isQuiet) expect(emulator.snapshot()).toEqual(before);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('no two accounts have one address', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const { emulator, take } = make();
        for (const each of steps) await take(each);
        const addresses = emulator.snapshot().accounts.map(({ email }) => email.toLowerCase());
        expect(new Set(addresses).size).toBe(addresses.length);
      }),
      { numRuns: 100 },
    );
  });

  it('a snapshot makes an emulator that goes on as this one does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), anId, aRegion, async (steps, id, RegionName) => {
        const { clock, emulator, take } = make();
        for (const each of steps) await take(each);
        const world = emulator.snapshot();
        expect(parseWorld(JSON.stringify(world))).toEqual({ kind: 'world', world });
        const other = createEmulator({ world, quotas: 'off', clock });
        expect(other.snapshot()).toEqual(world);
        clock.advance(60_000);
        const ask = async (one: typeof emulator) => (await account(one, id).call('EnableRegion', { RegionName })).body;
        expect(await ask(other)).toEqual(await ask(emulator));
        expect(other.snapshot()).toEqual(emulator.snapshot());
      }),
      { numRuns: 100 },
    );
  });
});
