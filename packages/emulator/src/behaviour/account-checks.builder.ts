import { expect } from 'vitest';
import { account, organizations } from '../client.builder.ts';
import type { Emulator } from '../create-emulator.ts';
import { denial, invalid, office, refused } from '../services/account/contacts.builder.ts';
import { regionScene, wrongStatus } from '../services/account/regions.builder.ts';
import { codeOf, worldWhere } from '../services/account/settings.builder.ts';
import { optInRegions } from '../world/region.ts';
import { emulatorOf, ids, makeClock, smallWorld } from '../world/worlds.builder.ts';
import type { Behaviour, BehaviourName } from './behaviours.ts';

type Check = (emulator: Emulator) => Promise<void>;

const trustHint = ' (Your organization must first enable trusted access with AWS Account Management.)';
const notMember = ' (The account is not a member of your organization.)';

const read = (emulator: Emulator, caller: string, input = {}) =>
  account(emulator, caller).call('GetAccountInformation', input);

/** Creates an account and asks for its contact, seven minutes less a moment and seven minutes later. */
const askNewAccount = async (newAccountReady: Behaviour['newAccountReady']): Promise<readonly unknown[]> => {
  const clock = makeClock();
  const emulator = emulatorOf({ clock, instant: true, behaviour: { newAccountReady } });
  const management = organizations(emulator, ids.management);
  await management.call('CreateAccount', { Email: 'aws+new@example.com', AccountName: 'new' });
  const AccountId = String(emulator.snapshot().accounts.at(-1)?.id);
  const read = { AlternateContactType: 'SECURITY' };
  const ask = async () => [
    (await account(emulator, ids.management).call('GetAlternateContact', { ...read, AccountId })).status,
    (await account(emulator, AccountId).call('GetAlternateContact', read)).status,
  ];
  clock.advance(419_999);
  const before = await ask();
  clock.advance(1);
  return [before, await ask()];
};

const stateless = { ContactInformation: { ...office, StateOrRegion: undefined } };
const putContact = (emulator: Emulator, input: Readonly<Record<string, unknown>>) =>
  account(emulator, ids.member).call('PutContactInformation', input);

const closing = async (pendingClosureState: Behaviour['pendingClosureState']): Promise<unknown> => {
  const world = worldWhere(ids.member, { state: 'PENDING_CLOSURE' });
  return (await read(emulatorOf({ world, behaviour: { pendingClosureState } }), ids.member)).body['AccountState'];
};

/** Changes the primary e-mail address and tells the status afterwards. */
const emailUpdated = async (emulator: Emulator): Promise<unknown> => {
  const client = account(emulator, ids.management);
  const target = { AccountId: ids.member, PrimaryEmail: 'root+payments@example.com' };
  await client.call('StartPrimaryEmailUpdate', target);
  const Otp = await codeOf(emulator, ids.member);
  expect(await client.call('AcceptPrimaryEmailUpdate', { ...target, Otp })).toMatchObject({
    body: { Status: 'ACCEPTED' },
  });
  return (await client.call('GetPrimaryEmailUpdateStatus', { AccountId: ids.member })).body['Status'];
};

/** The answer to the seventh change of a Region at once. */
const seventhRegion = async (tooManyRegionChanges: Behaviour['tooManyRegionChanges']): Promise<unknown> => {
  const { enable } = regionScene({ behaviour: { tooManyRegionChanges } });
  for (const region of optInRegions.slice(0, 6)) await enable(region);
  return enable('mx-central-1');
};

/** The answer to a wrong code, and the status of the number afterwards. */
const wrongCode = async (wrongPhoneCode: Behaviour['wrongPhoneCode']) => {
  const world = worldWhere(ids.member, { primaryContact: office });
  const client = account(emulatorOf({ world, behaviour: { wrongPhoneCode } }), ids.member);
  await client.call('SendPhoneNumberVerification');
  const reply = await client.call('VerifyPhoneNumber', { Otp: 'wrong1' });
  return { reply, status: (await client.call('GetContactInformation')).body['VerificationStatus'] };
};

const consolidated = (behaviour: { readonly consolidatedBilling: Behaviour['consolidatedBilling'] }) =>
  read(emulatorOf({ world: smallWorld({ featureSet: 'CONSOLIDATED_BILLING' }), behaviour }), ids.management, {
    AccountId: ids.member,
  });

/** What each value of the options of Account Management does, but for those of the alternate contacts. */
export const accountChecks = {
  malformedAccountId: {
    validation: async (emulator) =>
      expect(await read(emulator, ids.management, { AccountId: '12345' })).toMatchObject(
        invalid('[ECMA 262 regex "^\\d{12}$" does not match input string "12345"]'),
      ),
    denial: async (emulator) => {
      for (const caller of [ids.management, ids.delegated, ids.member, ids.outsider])
        expect(await read(emulator, caller, { AccountId: '12345' })).toMatchObject(
          denial(caller, 'GetAccountInformation'),
        );
      expect(
        await account(emulator, ids.management).call('GetGovCloudAccountInformation', { StandardAccountId: 'x' }),
      ).toMatchObject(denial(ids.management, 'GetGovCloudAccountInformation'));
      const alsoWrong = { ContactInformation: { ...office, City: '' }, AccountId: 'x' };
      expect(await putContact(emulator, alsoWrong)).toMatchObject({ status: 400 });
    },
  },
  consolidatedBilling: {
    'trusted-access': async () =>
      expect(await consolidated({ consolidatedBilling: 'trusted-access' })).toMatchObject(
        denial(ids.management, 'GetAccountInformation', trustHint),
      ),
    bare: async () =>
      expect(await consolidated({ consolidatedBilling: 'bare' })).toMatchObject(
        denial(ids.management, 'GetAccountInformation'),
      ),
  },
  noOrganization: {
    bare: async (emulator) =>
      expect(await read(emulator, ids.outsider, { AccountId: ids.outsider })).toMatchObject(
        denial(ids.outsider, 'GetAccountInformation'),
      ),
    'not-member': async (emulator) => {
      for (const AccountId of [ids.outsider, ids.member])
        expect(await read(emulator, ids.outsider, { AccountId })).toMatchObject(
          denial(ids.outsider, 'GetAccountInformation', notMember),
        );
      expect(await read(emulator, ids.outsider)).toMatchObject({ status: 200 });
    },
  },
  newAccountReady: {
    'at-once': async () =>
      expect(await askNewAccount('at-once')).toEqual([
        [404, 404],
        [404, 404],
      ]),
    'after-7-minutes': async () =>
      expect(await askNewAccount('after-7-minutes')).toEqual([
        [403, 403],
        [404, 404],
      ]),
  },
  stateOrRegion: {
    optional: async (emulator) => expect(await putContact(emulator, stateless)).toMatchObject({ status: 200 }),
    required: async (emulator) => {
      expect(await putContact(emulator, stateless)).toMatchObject(
        invalid('the argument StateOrRegion can not be empty'),
      );
      const elsewhere = { ContactInformation: { ...stateless.ContactInformation, CountryCode: 'NL' } };
      expect(await putContact(emulator, elsewhere)).toMatchObject({ status: 200 });
    },
  },
  pendingClosureState: {
    suspended: async () => expect(await closing('suspended')).toBe('SUSPENDED'),
    closed: async () => expect(await closing('closed')).toBe('CLOSED'),
    active: async () => expect(await closing('active')).toBe('ACTIVE'),
  },
  primaryEmailUpdateEnd: {
    completed: async (emulator) => expect(await emailUpdated(emulator)).toBe('COMPLETED'),
    accepted: async (emulator) => expect(await emailUpdated(emulator)).toBe('ACCEPTED'),
  },
  defaultRegionSwitch: {
    'current-status': async (emulator) => {
      for (const operation of ['EnableRegion', 'DisableRegion'])
        expect(await account(emulator, ids.member).call(operation, { RegionName: 'us-east-1' })).toMatchObject(
          wrongStatus,
        );
    },
    'not-valid': async (emulator) => {
      for (const operation of ['EnableRegion', 'DisableRegion'])
        expect(await account(emulator, ids.member).call(operation, { RegionName: 'us-east-1' })).toMatchObject({
          status: 400,
          body: {
            message: 'us-east-1 is not a valid region for opt-in or opt-out.',
            reason: 'fieldValidationFailed',
          },
        });
    },
  },
  tooManyRegionChanges: {
    throttle: async () =>
      expect(await seventhRegion('throttle')).toMatchObject(
        refused(429, 'TooManyRequestsException', 'Too Many Requests'),
      ),
    conflict: async () =>
      expect(await seventhRegion('conflict')).toMatchObject(
        refused(
          409,
          'ConflictException',
          'Too many regions are currently being enabled or disabled. Please wait until one finishes.',
        ),
      ),
  },
  wrongPhoneCode: {
    validation: async () =>
      expect(await wrongCode('validation')).toMatchObject({
        reply: invalid('The one-time passcode is incorrect or has expired.'),
        status: 'PENDING',
      }),
    unverified: async () =>
      expect(await wrongCode('unverified')).toMatchObject({
        reply: { status: 200, body: { Status: 'UNVERIFIED' } },
        status: 'UNVERIFIED',
      }),
  },
} as const satisfies { readonly [Name in BehaviourName]?: Readonly<Record<string, Check>> };
