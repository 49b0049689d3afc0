import type { Clock } from '../clock.ts';
import { createEmulator, type Emulator, type EmulatorOptions } from '../create-emulator.ts';
import type { World, WorldAccount } from './world-file.ts';

/** Ids that the tests speak of. */
export const ids = {
  management: '111122223333',
  delegated: '222233334444',
  member: '444455556666',
  /** Begins with a zero. */
  suspended: '012345678901',
  /** An account of nobody's organization. */
  outsider: '999900001111',
  /** Twelve digits that no account has. */
  unknown: '777788889999',
  root: 'r-ex01',
  workloads: 'ou-ex01-workload1',
  sandbox: 'ou-ex01-sandbox01',
} as const;

const since = '2026-01-02T03:04:05.678Z';

const accountOf = (id: string, name: string, more: Partial<WorldAccount> = {}): WorldAccount => ({
  id,
  name,
  email: `aws+${name}@example.com`,
  state: 'ACTIVE',
  joinedMethod: 'CREATED',
  joinedAt: since,
  tags: {},
  contacts: {},
  ...more,
});

/** Five accounts, four of them in an organization with trusted access and a delegated administrator. */
export const smallWorld = (organization: Partial<NonNullable<World['organization']>> = {}): World => ({
  organization: {
    id: 'o-exampleorgid',
    featureSet: 'ALL',
    managementAccountId: ids.management,
    trustedServices: [{ service: 'account.amazonaws.com', since }],
    delegatedAdministrators: [{ accountId: ids.delegated, service: 'account.amazonaws.com', since }],
    policyTypes: [],
    policies: [],
    ...organization,
  },
  defaultAccountId: ids.management,
  units: [
    { id: ids.root, name: 'Root', tags: {} },
    { id: ids.workloads, name: 'Workloads', parent: ids.root, tags: { env: 'prod' } },
    { id: ids.sandbox, name: 'Sandbox', parent: ids.root, tags: {} },
  ],
  accounts: [
    accountOf(ids.management, 'management', { parent: ids.root }),
    accountOf(ids.delegated, 'security-tooling', { parent: ids.root }),
    accountOf(ids.member, 'payments', { parent: ids.workloads, tags: { team: 'payments' } }),
    accountOf(ids.suspended, 'old', { parent: ids.sandbox, state: 'SUSPENDED' }),
    accountOf(ids.outsider, 'outsider', { joinedMethod: 'INVITED' }),
  ],
});

/** A clock that stands still until somebody sets it on. */
export const makeClock = (start = Date.UTC(2026, 10, 24)): Clock & { advance(milliseconds: number): void } => {
  let now = start;
  const advance = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { now: () => now, sleep: async (milliseconds) => advance(milliseconds), advance };
};

/** An emulator of the small world, without quotas unless they are the subject. */
export const emulatorOf = (options: EmulatorOptions = {}): Emulator =>
  createEmulator({ world: smallWorld(), quotas: 'off', clock: makeClock(), ...options });
