import { type AccountId, parseAccountId } from '../../contact/account-id.ts';
import type { MemoryAccount, MemoryUnit, MemoryWorld } from './memory-world.ts';

/** An account id for tests; throws at a slip of the pen. */
export const anId = (text: string): AccountId => {
  const id = parseAccountId(text);
  if (id === undefined) throw new Error(`${text} is no account id`);
  return id;
};

export const management = anId('111122223333');
export const delegated = anId('222233334444');

const units: readonly MemoryUnit[] = [
  { id: 'r-ex01', name: 'Root' },
  { id: 'ou-ex01-workload1', name: 'Workloads', parent: 'r-ex01' },
  { id: 'ou-ex01-prod00001', name: 'Prod', parent: 'ou-ex01-workload1' },
  { id: 'ou-ex01-sandbox01', name: 'Sandbox', parent: 'r-ex01' },
];

/** An account of a test world, in the root unless said otherwise. */
export const anAccount = (id: AccountId, overrides: Partial<MemoryAccount> = {}): MemoryAccount => ({
  id,
  name: `account ${id}`,
  email: `root+${id}@example.com`,
  state: 'ACTIVE',
  parent: 'r-ex01',
  tags: {},
  contacts: {},
  ...overrides,
});

/** A test world with a management account, a delegated administrator and further accounts. */
export const aWorld = (accounts: readonly MemoryAccount[] = []): MemoryWorld => ({
  organizationId: 'o-exampleorgid',
  managementAccountId: management,
  units,
  accounts: new Map([anAccount(management), anAccount(delegated), ...accounts].map((account) => [account.id, account])),
  delegatedAdministrators: [delegated],
  trustedServices: ['account.amazonaws.com'],
});

/** So many ordinary accounts, with ids that sort in order. */
export const manyAccounts = (count: number, overrides: Partial<MemoryAccount> = {}): readonly MemoryAccount[] =>
  Array.from({ length: count }, (_, index) =>
    anAccount(anId(String(300000000000 + index)), { ...overrides, contacts: {} }),
  );
