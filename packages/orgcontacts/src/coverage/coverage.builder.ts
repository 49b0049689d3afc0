import { management } from '../gateway/memory/memory-world.builder.ts';
import { aChange, aFrame } from '../plan/plan.builder.ts';
import { aContact } from '../resolve/policy.builder.ts';
import type { Coverage, CoveredAccount, CoveredContact, Decider } from './coverage.ts';
import type { CoverageState } from './coverage-state.ts';

const decider: Decider = {
  file: 'contacts.yaml',
  line: 10,
  selector: 'all',
  contactName: 'Mary',
  mode: 'enforce',
};

const liveWhere: Readonly<Record<CoverageState, CoveredContact['live']>> = {
  missing: { kind: 'unset' },
  'wrong-value': { kind: 'set', contact: aContact('Live') },
  unwanted: { kind: 'set', contact: aContact('Live') },
  unreadable: {
    kind: 'unreadable',
    failure: {
      kind: 'denied',
      operation: 'account:GetAlternateContact',
      code: 'AccessDeniedException',
      message: 'You are not authorized',
      status: 403,
    },
  },
  unreachable: { kind: 'unreachable', because: 'out of reach' },
  unresolved: { kind: 'unset' },
  unmanaged: { kind: 'unset' },
  excluded: { kind: 'not-read', because: 'the policy excludes the account' },
  'not-active': { kind: 'not-read', because: 'the account is SUSPENDED' },
  'as-wanted': { kind: 'set', contact: aContact('Mary') },
};

const wantsMary = new Set<CoverageState>(['missing', 'wrong-value', 'unreadable', 'unreachable', 'as-wanted']);

/** A contact in this state, of the SECURITY type unless said otherwise. */
export const aCovered = (state: CoverageState, overrides: Partial<CoveredContact> = {}): CoveredContact => ({
  type: 'SECURITY',
  state,
  live: liveWhere[state],
  wanted: wantsMary.has(state) ? aContact('Mary') : null,
  masked: [],
  decidedBy: state === 'unmanaged' || state === 'not-active' ? null : decider,
  beaten: [],
  detail: '',
  ...overrides,
});

/** The n-th account, with these contacts. */
export const aCoveredAccount = (
  contacts: readonly CoveredContact[],
  account = 0,
  overrides: Partial<CoveredAccount> = {},
): CoveredAccount => ({
  id: aChange('create', account).account.id,
  name: `account ${account}`,
  state: 'ACTIVE',
  isManagement: false,
  unitId: 'ou-ex01-workload',
  unit: 'Workloads',
  tags: {},
  contacts,
  ...overrides,
});

/** What these accounts came to at the beginning of 2026. */
export const aCoverage = (accounts: readonly CoveredAccount[]): Coverage => {
  const { origin, organization } = aFrame();
  return {
    createdAt: '2026-01-01T00:00:00.000Z',
    origin,
    organization,
    callerAccountId: management,
    types: ['BILLING', 'OPERATIONS', 'SECURITY'],
    accounts,
  };
};
