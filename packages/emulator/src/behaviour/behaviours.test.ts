import { describe, expect, it } from 'vitest';
import { account, organizations } from '../client.builder.ts';
import type { Emulator } from '../create-emulator.ts';
import { denial, mary } from '../services/account/contacts.builder.ts';
import type { World } from '../world/world-file.ts';
import { emulatorOf, ids, smallWorld } from '../world/worlds.builder.ts';
import { accountChecks } from './account-checks.builder.ts';
import { type BehaviourName, behaviours, chooseBehaviour } from './behaviours.ts';
import { eventChecks } from './event-checks.builder.ts';
import { lifeCycleChecks } from './life-cycle-checks.builder.ts';
import { organizationsChecks } from './organizations-checks.builder.ts';
import { stsChecks } from './sts-checks.builder.ts';
import { unknownChecks } from './unknown-checks.builder.ts';

const security = { AlternateContactType: 'SECURITY' };

const put = (emulator: Emulator, fields: object, caller: string = ids.member) =>
  account(emulator, caller).call('PutAlternateContact', { ...security, ...mary, ...fields });

const get = (emulator: Emulator, caller: string, fields: object) =>
  account(emulator, caller).call('GetAlternateContact', { ...security, ...fields });

const trustedOff = smallWorld({ trustedServices: [], delegatedAdministrators: [] });
const message = '[string "" is too short (length: 0, required minimum: 1)]';
const standalone =
  ' (The management account can only be managed using the standalone context from the management account.)';

const firstOf = async (emulator: Emulator, member: string, operation: string): Promise<readonly string[]> => {
  const { body } = await organizations(emulator, ids.management).call(operation, { ParentId: ids.root });
  // The lists of Organizations hold objects.
  return Object.keys((body[member] as readonly object[])[0] ?? {});
};

/** A user whose boundary and policies both allow nothing that it does. */
const restricted = (emulator: Emulator) => get(emulator, 'AKIAIOSFODNN7EXAMPLE', {});

/** The administrator of an account under a service control policy that forbids everything. */
const forbidden = (emulator: Emulator) => get(emulator, ids.suspended, {});

const readNothing = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } };
const denyAll = { Version: '2012-10-17', Statement: { Effect: 'Deny', Action: '*', Resource: '*' } };

/** A small world with those two. */
const policedWorld = (): World => {
  const world = smallWorld({
    policyTypes: ['SERVICE_CONTROL_POLICY'],
    policies: [{ id: 'p-noone000', name: 'NoOne', description: '', content: JSON.stringify(denyAll), tags: {} }],
  });
  const user = { name: 'reader', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', policies: [readNothing], boundary: readNothing };
  return {
    ...world,
    accounts: world.accounts.map((each) => ({
      ...each,
      ...(each.id === ids.management && { users: [{ ...user, tags: {} }] }),
      ...(each.id === ids.suspended && { serviceControlPolicies: ['p-FullAWSAccess', 'p-noone000'] }),
    })),
  };
};

type Check = (emulator: Emulator) => Promise<void>;

/** What each value of each option does: a value that is missing here is untested. */
const checks: { readonly [Name in BehaviourName]: Readonly<Record<string, Check>> } = {
  ...accountChecks,
  ...eventChecks,
  ...lifeCycleChecks,
  ...organizationsChecks,
  ...stsChecks,
  ...unknownChecks,
  contactFieldViolation: {
    'json-schema': async (emulator) => expect((await put(emulator, { Name: '' })).body).toEqual({ message }),
    'field-list': async (emulator) =>
      expect((await put(emulator, { Name: '', Title: '' })).body).toEqual({
        message:
          '[string "" is too short (length: 0, required minimum: 1), string "" is too short (length: 0, required minimum: 1)]',
        reason: 'fieldValidationFailed',
        fieldList: [
          { name: 'Name', message: message.slice(1, -1) },
          { name: 'Title', message: message.slice(1, -1) },
        ],
      }),
  },
  invalidTypeAction: {
    own: async (emulator) =>
      expect(await put(emulator, { AlternateContactType: 'security' })).toMatchObject(
        denial(ids.member, 'PutAlternateContact', ' (You specified an invalid Alternate Contact type.)'),
      ),
    get: async (emulator) =>
      expect(await put(emulator, { AlternateContactType: 'security' })).toMatchObject(
        denial(ids.member, 'GetAlternateContact', ' (You specified an invalid Alternate Contact type.)'),
      ),
  },
  blankNameOrTitle: {
    accept: async (emulator) => expect(await put(emulator, { Name: ' ', Title: '\t' })).toMatchObject({ status: 200 }),
    refuse: async (emulator) => {
      for (const field of ['Name', 'Title'])
        expect(await put(emulator, { [field]: '  ' })).toMatchObject({
          status: 400,
          headers: { 'x-amzn-errortype': 'ValidationException' },
          body: { message: `the argument ${field} can not be empty` },
        });
    },
  },
  lengthUnit: {
    'utf-16': async (emulator) => {
      expect(await put(emulator, { Title: '🙂'.repeat(25) })).toMatchObject({ status: 200 });
      expect(await put(emulator, { Title: '🙂'.repeat(26) })).toMatchObject({ status: 400 });
    },
    'code-point': async (emulator) => {
      expect(await put(emulator, { Title: '🙂'.repeat(50) })).toMatchObject({ status: 200 });
      expect(await put(emulator, { Title: '🙂'.repeat(51) })).toMatchObject({ status: 400 });
    },
  },
  unknownTarget: {
    bare: async (emulator) =>
      expect(await get(emulator, ids.management, { AccountId: ids.unknown })).toMatchObject(
        denial(ids.management, 'GetAlternateContact'),
      ),
    'not-member': async (emulator) =>
      expect(await get(emulator, ids.management, { AccountId: ids.outsider })).toMatchObject(
        denial(ids.management, 'GetAlternateContact', ' (The account is not a member of your organization.)'),
      ),
  },
  delegatedToManagement: {
    'standalone-hint': async (emulator) =>
      expect(await get(emulator, ids.delegated, { AccountId: ids.management })).toMatchObject(
        denial(ids.delegated, 'GetAlternateContact', standalone),
      ),
    bare: async (emulator) => {
      expect(await get(emulator, ids.delegated, { AccountId: ids.management })).toMatchObject(
        denial(ids.delegated, 'GetAlternateContact'),
      );
      expect(await get(emulator, ids.management, { AccountId: ids.management })).toMatchObject(
        denial(ids.management, 'GetAlternateContact', standalone),
      );
    },
  },
  putOnInactive: {
    allow: async (emulator) =>
      expect(await put(emulator, { AccountId: ids.suspended }, ids.management)).toMatchObject({ status: 200 }),
    deny: async (emulator) => {
      const target = { ...security, AccountId: ids.suspended };
      const client = account(emulator, ids.management);
      for (const operation of ['PutAlternateContact', 'DeleteAlternateContact'])
        expect(await client.call(operation, { ...mary, ...target })).toMatchObject(denial(ids.management, operation));
      expect(await client.call('GetAlternateContact', target)).toMatchObject({ status: 404 });
      expect(await put(emulator, { AccountId: ids.member }, ids.management)).toMatchObject({ status: 200 });
    },
  },
  throttleBefore: {
    validation: async () => {
      const emulator = emulatorOf({ quotas: 'aws', behaviour: { throttleBefore: 'validation' } });
      for (let call = 0; call < 8; call++) await put(emulator, { Name: '' });
      expect(await put(emulator, {})).toMatchObject({ status: 429 });
    },
    access: async () => {
      const emulator = emulatorOf({ quotas: 'aws', behaviour: { throttleBefore: 'access' } });
      for (let call = 0; call < 20; call++) expect(await put(emulator, { Name: '' })).toMatchObject({ status: 400 });
      for (let call = 0; call < 8; call++)
        expect(await put(emulator, { AccountId: ids.member })).toMatchObject({ status: 403 });
      expect(await put(emulator, {})).toMatchObject({ status: 429 });
    },
  },
  contactBuckets: {
    'per-caller': async () => {
      const emulator = emulatorOf({ quotas: 'aws', behaviour: { contactBuckets: 'per-caller' } });
      for (let call = 0; call < 15; call++) await get(emulator, ids.delegated, { AccountId: ids.member });
      expect(await get(emulator, ids.delegated, { AccountId: ids.member })).toMatchObject({ status: 429 });
      expect(await get(emulator, ids.management, { AccountId: ids.member })).toMatchObject({ status: 404 });
    },
    'per-organization': async () => {
      const emulator = emulatorOf({ quotas: 'aws', behaviour: { contactBuckets: 'per-organization' } });
      for (let call = 0; call < 15; call++) await get(emulator, ids.delegated, { AccountId: ids.member });
      expect(await get(emulator, ids.management, { AccountId: ids.member })).toMatchObject({ status: 429 });
      expect(await get(emulator, ids.delegated, {})).toMatchObject({ status: 429 });
      expect(await get(emulator, ids.member, {})).toMatchObject({ status: 404 });
      const list = (caller: string) => organizations(emulator, caller).call('ListRoots');
      for (const caller of [ids.management, ids.delegated]) expect(await list(caller)).toMatchObject({ status: 200 });
    },
  },
  trustedAccessOff: {
    suffix: async () => {
      const emulator = emulatorOf({ world: trustedOff, behaviour: { trustedAccessOff: 'suffix' } });
      expect(await get(emulator, ids.management, { AccountId: ids.member })).toMatchObject(
        denial(
          ids.management,
          'GetAlternateContact',
          ' (Your organization must first enable trusted access with AWS Account Management.)',
        ),
      );
    },
    bare: async () => {
      const emulator = emulatorOf({ world: trustedOff, behaviour: { trustedAccessOff: 'bare' } });
      expect(await get(emulator, ids.management, { AccountId: ids.member })).toMatchObject(
        denial(ids.management, 'GetAlternateContact'),
      );
    },
  },
  deniedBy: {
    outermost: async (emulator) =>
      expect((await restricted(emulator)).body['message']).toContain('because no permissions boundary allows'),
    innermost: async (emulator) =>
      expect((await restricted(emulator)).body['message']).toContain('because no identity-based policy allows'),
  },
  explicitDenyDetail: {
    'policy-type': async (emulator) =>
      expect((await forbidden(emulator)).body['message']).toMatch(
        / with an explicit deny in a service control policy$/,
      ),
    bare: async (emulator) => expect((await forbidden(emulator)).body['message']).toMatch(/ with an explicit deny$/),
    'policy-arn': async (emulator) =>
      expect((await forbidden(emulator)).body['message']).toMatch(
        / with an explicit deny in a service control policy: arn:aws:organizations::111122223333:policy\/o-exampleorgid\/service_control_policy\/p-noone000$/,
      ),
  },
  accountLifecycle: {
    both: async (emulator) =>
      expect(await firstOf(emulator, 'Accounts', 'ListAccounts')).toEqual(expect.arrayContaining(['State', 'Status'])),
    state: async (emulator) => {
      const members = await firstOf(emulator, 'Accounts', 'ListAccounts');
      expect(members).toContain('State');
      expect(members).not.toContain('Status');
    },
    status: async (emulator) => {
      const members = await firstOf(emulator, 'Accounts', 'ListAccounts');
      expect(members).toContain('Status');
      expect(members).not.toContain('State');
    },
  },
  accountPaths: {
    present: async (emulator) => {
      expect(await firstOf(emulator, 'Accounts', 'ListAccounts')).toContain('Paths');
      expect(await firstOf(emulator, 'OrganizationalUnits', 'ListOrganizationalUnitsForParent')).toContain('Path');
    },
    absent: async (emulator) => {
      expect(await firstOf(emulator, 'Accounts', 'ListAccounts')).not.toContain('Paths');
      expect(await firstOf(emulator, 'OrganizationalUnits', 'ListOrganizationalUnitsForParent')).not.toContain('Path');
    },
  },
  emptyPages: {
    never: async (emulator) => {
      const { body } = await organizations(emulator, ids.management).call('ListAccounts');
      expect(body['Accounts']).toHaveLength(4);
      expect(body['NextToken']).toBeUndefined();
    },
    first: async (emulator) => {
      const client = organizations(emulator, ids.management);
      const { body } = await client.call('ListAccounts');
      expect(body).toEqual({ Accounts: [], NextToken: expect.any(String) });
      const next = await client.call('ListAccounts', { NextToken: body['NextToken'] });
      expect(next.body['Accounts']).toHaveLength(4);
    },
  },
  secondDelegatedAdministrator: {
    refuse: async (emulator) => expect(await registerSecond(emulator)).toMatchObject({ status: 400 }),
    allow: async (emulator) => {
      expect(await registerSecond(emulator)).toMatchObject({ status: 200 });
      expect(await get(emulator, ids.member, { AccountId: ids.delegated })).toMatchObject({ status: 404 });
    },
  },
};

const registerSecond = (emulator: Emulator) =>
  organizations(emulator, ids.management).call('RegisterDelegatedAdministrator', {
    AccountId: ids.member,
    ServicePrincipal: 'account.amazonaws.com',
  });

const names = Object.keys(behaviours) as readonly BehaviourName[];

describe('where the behaviour of AWS is not established', () => {
  it.each(names)('every value of %s is tested, and no other', (name) => {
    expect(Object.keys(checks[name]).toSorted()).toEqual([...behaviours[name].values].toSorted());
  });

  it.each(names.flatMap((name) => Object.entries(checks[name]).map(([value, check]) => ({ name, value, check }))))(
    '$name can be $value',
    async ({ name, value, check }) => check(emulatorOf({ world: policedWorld(), behaviour: { [name]: value } })),
  );

  it.each(names)('the first value of %s is the default', async (name) => {
    const [value] = behaviours[name].values;
    expect(chooseBehaviour()[name]).toBe(value);
    await checks[name][value]?.(emulatorOf({ world: policedWorld() }));
  });

  it.each(['toString', '__proto__', 'nothing'])('there is no option %s', (name) => {
    expect(() => chooseBehaviour({ [name]: 'x' })).toThrow(`There is no behaviour ${name}; there are contactFieldViol`);
  });

  it('refuses a value that an option does not have', () => {
    expect(() => chooseBehaviour({ emptyPages: 'always' })).toThrow(
      'The behaviour emptyPages cannot be always; it can be never or first.',
    );
  });
});
