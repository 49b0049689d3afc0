import type { Contact } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import { anId, management } from '../gateway/memory/memory-world.builder.ts';
import { aContact } from '../resolve/policy.builder.ts';
import type { Change } from './change.ts';
import type { Scope } from './limits.ts';
import type { PlanFrame } from './make-plan.ts';

/** A frame made from a policy at the beginning of 2026, valid for a day. */
export const aFrame = (overrides: Partial<PlanFrame> = {}): PlanFrame => ({
  origin: { kind: 'policy', file: 'contacts.yaml', hash: 'f00d' },
  organization: { id: 'o-exampleorgid', partition: 'aws', managementAccountId: management },
  callerAccountId: management,
  now: Date.UTC(2026, 0, 1),
  validFor: 86_400_000,
  ...overrides,
});

/** A change of one contact of the n-th account. */
export const aChange = (kind: Change['kind'], account = 0, type: ContactType = 'BILLING'): Change => {
  const item = {
    account: { id: anId(String(300000000000 + account)), name: `account ${account}`, unit: 'r-ex01' },
    type,
    because: { where: 'contacts.yaml:10', selector: 'all', contactName: kind === 'delete' ? null : 'Mary', masked: [] },
  };
  const live: Contact = aContact('Live');
  const wanted: Contact = aContact('Mary');
  if (kind === 'create') return { ...item, kind, before: null, after: wanted };
  return kind === 'update'
    ? { ...item, kind, before: live, after: wanted }
    : { ...item, kind, before: live, after: null };
};

/** So many changes of a kind, each of another account. */
export const changes = (count: number, kind: Change['kind'], type: ContactType = 'BILLING'): readonly Change[] =>
  Array.from({ length: count }, (_, account) => aChange(kind, account, type));

/** A scope in which so many contacts of each type exist, all of them readable. */
export const aScope = (existing: number | Scope['existing'] = 0, overrides: Partial<Scope> = {}): Scope => ({
  accounts: 100,
  unreadableAccounts: 0,
  existing: typeof existing === 'number' ? { BILLING: existing, OPERATIONS: existing, SECURITY: existing } : existing,
  ...overrides,
});
