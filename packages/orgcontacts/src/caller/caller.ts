import type { AccountId } from '../contact/account-id.ts';

/** What a caller is to its organization, as far as alternate contacts go. */
export type Role = 'management' | 'delegated-administrator' | 'member';

/** The identity that calls, and what it is to its organization. */
export interface Caller {
  readonly accountId: AccountId;
  readonly arn: string;
  readonly partition: string;
  readonly role: Role;
  readonly organizationId: string;
  readonly managementAccountId: AccountId;
  /** Whether credentials of the management account are at hand too, so that its contacts are within reach. */
  readonly reachesManagement: boolean;
}

/** The service whose trusted access and delegated administrator decide who may reach members' contacts. */
export const accountService = 'account.amazonaws.com';

/** What is known about the caller before any contact is touched. */
export interface CallerFacts {
  readonly accountId: AccountId;
  readonly arn: string;
  readonly organizationId: string;
  readonly managementAccountId: AccountId;
  /** The delegated administrators for `account.amazonaws.com`, if the caller may list them; AWS allows one. */
  readonly delegatedAdministrators: readonly AccountId[];
}

/** Puts the facts together: what the caller is to its organization. */
export const makeCaller = (facts: CallerFacts): Caller => ({
  accountId: facts.accountId,
  arn: facts.arn,
  partition: facts.arn.split(':')[1] ?? 'aws',
  role: roleOf(facts),
  organizationId: facts.organizationId,
  managementAccountId: facts.managementAccountId,
  reachesManagement: facts.accountId === facts.managementAccountId,
});

const roleOf = ({ accountId, managementAccountId, delegatedAdministrators }: CallerFacts): Role => {
  if (accountId === managementAccountId) return 'management';
  return delegatedAdministrators.includes(accountId) ? 'delegated-administrator' : 'member';
};
