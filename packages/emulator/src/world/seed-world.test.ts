import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { account } from '../client.builder.ts';
import { createEmulator } from '../create-emulator.ts';
import { seedWorld } from './seed-world.ts';
import { faultIn } from './world-invariants.ts';

const depthOf = (world: ReturnType<typeof seedWorld>, id: string | undefined): number => {
  const parent = world.units.find((unit) => unit.id === id)?.parent;
  return parent === undefined ? 0 : 1 + depthOf(world, parent);
};

describe('a made-up organization', () => {
  it.each([3, 4, 20, 120, 5000])('of %d accounts is a world, with that many accounts', (count) => {
    const world = seedWorld(count, 1);
    expect(world.accounts).toHaveLength(count);
    expect(faultIn(world)).toEqual([]);
    for (const key of ['id', 'email', 'name'] as const)
      expect(new Set(world.accounts.map((account) => account[key])).size).toBe(count);
    expect(world.accounts.every(({ id }) => /^\d{12}$/.test(id))).toBe(true);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(seedWorld(120, 7)).toEqual(seedWorld(120, 7));
    expect(seedWorld(120, 7)).not.toEqual(seedWorld(120, 8));
  });

  it('has the same first accounts however many follow', () => {
    expect(seedWorld(120, 1).accounts.slice(0, 20)).toEqual(seedWorld(20, 1).accounts);
  });

  it.each([20, 120, 5000])('of %d accounts has some that are not ACTIVE', (count) => {
    expect(seedWorld(count, 1).accounts.some(({ state }) => state !== 'ACTIVE')).toBe(true);
  });

  it.each([20, 120, 5000])('of %d accounts has ids that begin with a zero', (count) => {
    expect(seedWorld(count, 1).accounts.some(({ id }) => id.startsWith('0'))).toBe(true);
  });

  it('has accounts in units four deep', () => {
    const world = seedWorld(120, 1);
    expect(Math.max(...world.accounts.map(({ parent }) => depthOf(world, parent)))).toBe(4);
  });

  it('has a management account that is ACTIVE, in the root, and a delegated administrator with trusted access', () => {
    const { organization, accounts } = seedWorld(3, 1);
    expect(accounts[0]).toMatchObject({ id: organization?.managementAccountId, state: 'ACTIVE', parent: 'r-ex01' });
    expect(accounts[1]).toMatchObject({ id: organization?.delegatedAdministrators[0]?.accountId, state: 'ACTIVE' });
    expect(organization?.trustedServices[0]?.service).toBe('account.amazonaws.com');
  });

  it('has contacts here and there, some with blanks that AWS keeps, none with an e-mail address it would trim', () => {
    const contacts = seedWorld(120, 1).accounts.flatMap((account) => Object.values(account.contacts));
    expect(contacts.length).toBeGreaterThan(20);
    expect(contacts.length).toBeLessThan(120);
    expect(contacts.some(({ Name }) => Name !== Name.trim())).toBe(true);
    expect(contacts.every(({ EmailAddress }) => EmailAddress === EmailAddress.trim())).toBe(true);
  });

  it('gives every account a primary contact that AWS would take', async () => {
    const emulator = createEmulator({ accounts: 120, quotas: 'off' });
    for (const { id, primaryContact } of emulator.snapshot().accounts) {
      const reply = await account(emulator, id).call('PutContactInformation', { ContactInformation: primaryContact });
      expect(reply).toMatchObject({ status: 200 });
    }
    expect(emulator.snapshot()).toEqual(createEmulator({ accounts: 120 }).snapshot());
  });

  it('gives accounts that it created the address of the management account', () => {
    const [management, ...others] = seedWorld(120, 1).accounts;
    const { FullName, ...address } = management?.primaryContact ?? {};
    for (const { joinedMethod, primaryContact } of others)
      if (joinedMethod === 'CREATED') expect(primaryContact).toMatchObject(address);
      else expect(primaryContact?.AddressLine1).not.toBe(management?.primaryContact?.AddressLine1);
  });

  it('has opt-in Regions enabled here and there', () => {
    const enabled = seedWorld(120, 1).accounts.filter(({ regions }) => regions !== undefined);
    expect(enabled.length).toBeGreaterThan(5);
    expect(enabled.length).toBeLessThan(40);
  });

  it('has the ids, names, states and contacts that its seed always had, whatever settings come with them', () => {
    const told = seedWorld(120, 1).accounts.map(({ primaryContact, phoneStatus, regions, ...rest }) => rest);
    expect(createHash('sha256').update(JSON.stringify(told)).digest('hex')).toBe(
      '7f2d602a5d6890502e670dd53e4ea9aff816c10af5454cda903dae9f8535eda8',
    );
  });

  it('has 120 accounts where nothing is said', () => {
    expect(createEmulator().snapshot()).toEqual(createEmulator({ accounts: 120, seed: 1 }).snapshot());
    expect(createEmulator().snapshot().accounts).toHaveLength(120);
  });

  it.each([2, 0, -1, 3.5, Number.NaN])('cannot have %d accounts', (count) => {
    expect(() => createEmulator({ accounts: count })).toThrow('An organization here has from 3 to 50000 accounts');
  });
});
