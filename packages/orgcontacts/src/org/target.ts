import type { AccountId } from '../contact/account-id.ts';

/**
 * How a call reaches an account: `standalone` leaves AccountId out and acts on the caller's own account, `organization` names it
 * (AWS docs: modes of operation of the Account Management API).
 */
export interface Target {
  readonly context: 'standalone' | 'organization';
  readonly accountId: AccountId;
}
