import { makeRandom, pick } from './random.ts';
import { seedContacts } from './seed-contacts.ts';
import { seedSettings } from './seed-settings.ts';
import type { AccountState } from './world.ts';
import type { World, WorldAccount, WorldUnit } from './world-file.ts';

const managementAccountId = '111122223333';
const delegatedAccountId = '222233334444';
const since = '2025-01-15T09:00:00.000Z';

/** A tree such as landing zones have: up to four levels below the root. */
const units: readonly WorldUnit[] = [
  { id: 'r-ex01', name: 'Root' },
  { id: 'ou-ex01-security1', name: 'Security', parent: 'r-ex01' },
  { id: 'ou-ex01-infrastr1', name: 'Infrastructure', parent: 'r-ex01' },
  { id: 'ou-ex01-workload1', name: 'Workloads', parent: 'r-ex01' },
  { id: 'ou-ex01-prod00001', name: 'Prod', parent: 'ou-ex01-workload1' },
  { id: 'ou-ex01-payments1', name: 'Payments', parent: 'ou-ex01-prod00001' },
  { id: 'ou-ex01-cards0001', name: 'Cards', parent: 'ou-ex01-payments1' },
  { id: 'ou-ex01-retail001', name: 'Retail', parent: 'ou-ex01-prod00001' },
  { id: 'ou-ex01-test00001', name: 'Test', parent: 'ou-ex01-workload1' },
  { id: 'ou-ex01-sandbox01', name: 'Sandbox', parent: 'r-ex01' },
  { id: 'ou-ex01-suspend01', name: 'Suspended', parent: 'r-ex01' },
].map((unit) => ({ ...unit, tags: {} }));

/** Where ordinary accounts live; the more often a unit stands here, the more it gets. */
const homes = [
  'ou-ex01-payments1',
  'ou-ex01-cards0001',
  'ou-ex01-retail001',
  'ou-ex01-retail001',
  'ou-ex01-prod00001',
  'ou-ex01-test00001',
  'ou-ex01-test00001',
  'ou-ex01-sandbox01',
  'ou-ex01-infrastr1',
  'ou-ex01-security1',
] as const satisfies readonly [string, ...string[]];

const teams = ['payments', 'cards', 'retail', 'platform', 'data', 'identity'] as const;

/** One account in twenty or so is in another state than ACTIVE. */
const otherStates = ['SUSPENDED', 'CLOSED', 'PENDING_CLOSURE', 'PENDING_ACTIVATION'] as const;

/** Makes an organization of so many accounts, the same for the same seed; throws at a number that is none or out of range. */
export const seedWorld = (count: number, seed: number): World => {
  if (!Number.isInteger(count) || count < 3 || count > 50_000)
    throw new Error(`An organization here has from 3 to 50000 accounts, and not ${count}.`);
  const random = makeRandom(seed);
  const taken = new Set([managementAccountId, delegatedAccountId]);
  const management = special(managementAccountId, 'management', 'r-ex01', random);
  const delegated = special(delegatedAccountId, 'security-tooling', 'ou-ex01-security1', random);
  const others = Array.from({ length: count - 2 }, (_, index) => ordinary(index, nextId(random, taken), random));
  return {
    organization: {
      id: 'o-exampleorgid',
      featureSet: 'ALL',
      managementAccountId,
      trustedServices: [{ service: 'account.amazonaws.com', since }],
      delegatedAdministrators: [{ accountId: delegatedAccountId, service: 'account.amazonaws.com', since }],
      policyTypes: [],
      policies: [],
    },
    defaultAccountId: managementAccountId,
    units: structuredClone([...units]),
    accounts: withSettings([management, delegated, ...others], seed),
  };
};

/** Settings come from a stream of their own, so that nothing else of a seed depends on them. */
const withSettings = (accounts: readonly WorldAccount[], seed: number): WorldAccount[] => {
  const random = makeRandom(~seed);
  return accounts.map((account) => ({ ...account, ...seedSettings(account, random) }));
};

const nextId = (random: () => number, taken: Set<string>): string => {
  // One in ten or so begins with a zero by itself, so that whoever turns ids into numbers is found out.
  const id = String(Math.floor(random() * 1e12)).padStart(12, '0');
  if (taken.has(id)) return nextId(random, taken);
  taken.add(id);
  return id;
};

const special = (id: string, name: string, parent: string, random: () => number): WorldAccount => ({
  ...base(id, name, parent),
  tags: { team: 'platform', env: 'prod' },
  contacts: seedContacts(random),
});

const ordinary = (index: number, id: string, random: () => number): WorldAccount => {
  const team = pick(random, teams);
  const home = pick(random, homes);
  const state: AccountState = index % 24 === 17 ? pick(random, otherStates) : 'ACTIVE';
  const env = home === 'ou-ex01-test00001' ? 'test' : home === 'ou-ex01-sandbox01' ? 'sandbox' : 'prod';
  return {
    ...base(id, `${team}-${env}-${index + 1}`, state === 'ACTIVE' ? home : 'ou-ex01-suspend01'),
    state,
    joinedMethod: random() < 0.1 ? 'INVITED' : 'CREATED',
    tags: { ...(random() < 0.9 && { team }), env, 'cost-center': String(4000 + Math.floor(random() * 40)) },
    contacts: seedContacts(random),
  };
};

const base = (id: string, name: string, parent: string): WorldAccount => ({
  id,
  name,
  email: `aws+${name}@example.com`,
  state: 'ACTIVE',
  joinedMethod: 'CREATED',
  joinedAt: since,
  parent,
  tags: {},
  contacts: {},
});
