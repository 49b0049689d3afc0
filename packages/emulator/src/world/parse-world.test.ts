import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { createEmulator } from '../create-emulator.ts';
import { parseWorld } from './parse-world.ts';
import { headOffice } from './seed-settings.ts';
import type { World } from './world-file.ts';
import { ids, smallWorld } from './worlds.builder.ts';

const problemsOf = (world: unknown): readonly string[] => {
  const parsed = parseWorld(JSON.stringify(world));
  return parsed.kind === 'invalid' ? parsed.problems : [];
};

/** The small world with some of its parts replaced. */
const having = (parts: Partial<World>): World => ({ ...smallWorld(), ...parts });

const organizationHaving = (parts: object) => having(smallWorld(parts));

const [management, ...others] = smallWorld().accounts;
const [root, ...units] = smallWorld().units;

describe('parseWorld', () => {
  it.each([
    ['JSON', JSON.stringify],
    ['YAML', (world: World) => stringify(world)],
  ])('reads %s', (_, write) => {
    expect(parseWorld(write(smallWorld()))).toEqual({ kind: 'world', world: smallWorld() });
  });

  it('fills in what most accounts have', () => {
    const text = `
      organization: { id: o-exampleorgid, managementAccountId: "111122223333" }
      units: [{ id: r-ex01, name: Root }]
      accounts:
        - { id: "111122223333", name: management, email: m@example.com, parent: r-ex01 }
        - id: "012345678901"
          name: old
          email: old@example.com
          contacts: { SECURITY: { Name: SOC, Title: Desk, EmailAddress: soc@example.com, PhoneNumber: "5555" } }
    `;
    const parsed = parseWorld(text);
    if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('\n'));
    expect(parsed.world.organization).toMatchObject({
      featureSet: 'ALL',
      trustedServices: [],
      delegatedAdministrators: [],
    });
    expect(parsed.world.accounts[0]).toEqual({
      id: '111122223333',
      name: 'management',
      email: 'm@example.com',
      parent: 'r-ex01',
      state: 'ACTIVE',
      joinedMethod: 'CREATED',
      joinedAt: '2026-01-01T00:00:00.000Z',
      tags: {},
      contacts: {},
    });
    expect(parsed.world.accounts[1]?.id).toBe('012345678901');
  });

  it.each([
    ['text that is neither', '{'],
    ['a key that stands there twice', 'a: 1\na: 2'],
  ])('refuses %s with the place', (_, text) => {
    const parsed = parseWorld(text);
    expect(parsed).toMatchObject({ kind: 'invalid', problems: [expect.stringContaining('at line')] });
  });

  it.each([
    ['an empty file', '', 'the file: Invalid input'],
    ['no accounts', 'accounts: []', 'accounts: Too small'],
    ['an id without quotes', 'accounts: [{ id: 111122223333, name: a, email: b }]', 'accounts.0.id: Invalid input'],
    [
      'an id that is too short',
      'accounts: [{ id: "1", name: a, email: b }]',
      'accounts.0.id: an account id is twelve digits, in quotes',
    ],
    [
      'a member that nobody knows',
      'accounts: [{ id: "111122223333", name: a, email: b, mail: c }]',
      'accounts.0: Unrecognized key: "mail"',
    ],
    [
      'a state that is none',
      'accounts: [{ id: "111122223333", name: a, email: b, state: OPEN }]',
      'accounts.0.state: Invalid option',
    ],
    [
      'a contact type that is none',
      'accounts: [{ id: "111122223333", name: a, email: b, contacts: { LEGAL: {} } }]',
      'accounts.0.contacts',
    ],
    [
      'a contact in part',
      'accounts: [{ id: "111122223333", name: a, email: b, contacts: { BILLING: { Name: x } } }]',
      'accounts.0.contacts.BILLING.Title',
    ],
    [
      'a time that is none',
      'accounts: [{ id: "111122223333", name: a, email: b, joinedAt: yesterday }]',
      'accounts.0.joinedAt: Invalid ISO datetime',
    ],
  ])('refuses %s', (_, text, problem) => {
    const parsed = parseWorld(text);
    const problems = parsed.kind === 'invalid' ? parsed.problems : [];
    expect(problems).toEqual(expect.arrayContaining([expect.stringContaining(problem)]));
  });

  it.each<[string, unknown, string]>([
    [
      'a unit that stands there twice',
      having({ units: [root, ...units, units[0]] as World['units'] }),
      'units.3.id: ou-ex01-workload1 stands here twice',
    ],
    [
      'a child before its parent',
      having({ units: [...units, root] as World['units'] }),
      'units.0.parent: r-ex01 has to stand before its children',
    ],
    [
      'a second root',
      having({ units: [root, ...units, { id: 'r-ex02', name: 'Second', tags: {} }] as World['units'] }),
      'units.3: only the first unit, the root, has no parent',
    ],
    [
      'a unit whose id is none',
      having({ units: [root, ...units, { id: 'payments', name: 'P', parent: 'r-ex01', tags: {} }] as World['units'] }),
      'units.3.id: a unit id is r-… for the root and ou-… below it',
    ],
    [
      'a root whose id is that of a unit',
      having({ units: [{ ...root, id: 'ou-ex01-toplevel1' }] as World['units'] }),
      'units.0.id: ou-ex01-toplevel1 cannot be the id of the root',
    ],
    [
      'units without an organization',
      {
        ...having({ accounts: [{ ...others[3], parent: undefined }] as World['accounts'] }),
        organization: undefined,
        defaultAccountId: ids.outsider,
      },
      'units: there is no organization that they belong to',
    ],
    [
      'an account that stands there twice',
      having({ accounts: [management, ...others, others[0]] as World['accounts'] }),
      'accounts.5.id: 222233334444 stands here twice',
    ],
    [
      'an account in a unit that is not there',
      having({
        accounts: [
          management,
          ...others,
          { ...others[3], id: ids.unknown, parent: 'ou-ex01-nowhere01' },
        ] as World['accounts'],
      }),
      'accounts.5.parent: there is no unit ou-ex01-nowhere01',
    ],
    [
      'a member without an organization',
      { ...smallWorld(), organization: undefined },
      'accounts.0.parent: there is no organization to be in',
    ],
    [
      'a management account that is no member',
      organizationHaving({ managementAccountId: ids.outsider }),
      'organization: the account 999900001111 is not in any unit',
    ],
    [
      'a delegated administrator that is no member',
      organizationHaving({
        delegatedAdministrators: [
          { accountId: ids.unknown, service: 'account.amazonaws.com', since: '2026-01-01T00:00:00Z' },
        ],
      }),
      'organization: the account 777788889999 is not in any unit',
    ],
    [
      'a management account that is its own delegate',
      organizationHaving({
        delegatedAdministrators: [
          { accountId: ids.management, service: 'account.amazonaws.com', since: '2026-01-01T00:00:00Z' },
        ],
      }),
      'organization: the management account cannot be a delegated administrator',
    ],
    [
      'a default account that is not there',
      having({ defaultAccountId: ids.unknown }),
      'defaultAccountId: there is no account 777788889999',
    ],
  ])('refuses %s', (_, world, problem) => {
    expect(problemsOf(world)).toContain(problem);
  });

  const regions = 'accounts.0.regions.';
  const onItsWay = `it is there when the status is ENABLING or DISABLING, and only then`;
  it.each([
    ['us-east-1', { status: 'ENABLED' }, `${regions}us-east-1: it is no opt-in Region`],
    ['toString', { status: 'ENABLED' }, `${regions}toString: it is no opt-in Region`],
    ['af-south-1', { status: 'ENABLING' }, `${regions}af-south-1.until: ${onItsWay}`],
    ['af-south-1', { status: 'ENABLED', until: '2026-01-01T00:00:00Z' }, `${regions}af-south-1.until: ${onItsWay}`],
    [
      'af-south-1',
      { status: 'ENABLED_BY_DEFAULT' },
      `${regions}af-south-1.status: an opt-in Region is not enabled by default`,
    ],
  ])('refuses a Region %s that is %j', (name, region, problem) => {
    const accounts = [{ ...management, regions: { [name]: region } }, ...others] as World['accounts'];
    expect(problemsOf(having({ accounts }))).toEqual([problem]);
  });

  it('reads every setting of an account', () => {
    const settings: Partial<World['accounts'][number]> = {
      createdAt: '2019-05-06T07:08:09Z',
      primaryContact: { ...headOffice, FullName: 'Mary Major' },
      phoneStatus: 'VERIFIED',
      phoneVerification: { otp: '012345', phoneNumber: '+1 555 555 0100', sentAt: '2026-01-01T00:00:00Z' },
      primaryEmailUpdate: {
        email: 'root@example.com',
        otp: 'abc123',
        status: 'PENDING',
        updatedAt: '2026-01-01T00:00:00Z',
        starts: ['2026-01-01T00:00:00Z'],
      },
      regions: { 'af-south-1': { status: 'ENABLING', until: '2026-01-01T00:02:00Z' } },
      govCloud: { accountId: '333344445555', state: 'ACTIVE' },
    };
    const world = having({ accounts: [{ ...management, ...settings }, ...others] as World['accounts'] });
    expect(parseWorld(JSON.stringify(world))).toEqual({ kind: 'world', world });
  });

  it('tells several problems at once', () => {
    const world = having({
      accounts: [management, management, ...others] as World['accounts'],
      defaultAccountId: ids.unknown,
    });
    expect(problemsOf(world)).toEqual([
      'accounts.1.id: 111122223333 stands here twice',
      'defaultAccountId: there is no account 777788889999',
    ]);
  });

  it('createEmulator refuses such a world too', () => {
    expect(() => createEmulator({ world: having({ defaultAccountId: ids.unknown }) })).toThrow(
      'This is no world: defaultAccountId: there is no account 777788889999',
    );
  });
});
