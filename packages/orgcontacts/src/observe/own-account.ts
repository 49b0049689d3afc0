import type { Caller } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import type { Failure } from '../failure/failure.ts';
import type { Org, OrgAccount } from '../org/org.ts';

/**
 * The organization as an ordinary member sees it: itself, and the management account, which AWS names to every member. It may list neither
 * accounts nor units nor tags (AWS docs: who may call which operation of Organizations), so that all of that is unknown. Pure.
 */
export const ownAccountOnly = (caller: Caller): Org => {
  const { accountId, managementAccountId, organizationId, partition } = caller;
  const unknown = { kind: 'unreadable', failure: notForMembers } as const;
  const account = (id: AccountId, name: string): OrgAccount => ({
    id,
    name,
    email: '',
    state: 'ACTIVE',
    isManagement: id === managementAccountId,
    tags: unknown,
    units: unknown,
  });
  const accounts = [
    account(accountId, 'this account'),
    account(managementAccountId, 'management account and all others'),
  ];
  return {
    id: organizationId,
    partition,
    managementAccountId,
    accounts: accounts.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    units: unknown,
  };
};

const notForMembers: Failure = {
  kind: 'denied',
  operation: 'organizations:ListAccounts',
  code: 'AccessDeniedException',
  message: 'An ordinary member may not list the organization.',
};
