import type { Quota } from './token-bucket.ts';

/** What limits one operation: per calling account, and for Organizations per organization too. */
export interface Limit {
  readonly account: Quota;
  readonly organization?: Quota;
}

const quota = (rate: number, burst: number): Quota => ({ rate, burst });

const limit = (account: Quota, organization?: Quota): Limit => ({ account, ...(organization && { organization }) });

/** The same limit for several operations. */
const each = (names: string, account: Quota, organization?: Quota): Readonly<Record<string, Limit>> =>
  Object.fromEntries(names.split(' ').map((name) => [name, limit(account, organization)]));

/** AWS docs: Organizations quotas, throttling table (copy of 2026); per calling account, then per organization. */
const organizations: Readonly<Record<string, Limit>> = {
  ...each('ListAccounts', quota(8, 12), quota(9, 15)),
  ...each('DescribeAccount', quota(20, 30), quota(24, 36)),
  ...each('ListAccountsForParent ListOrganizationalUnitsForParent ListParents', quota(5, 8), quota(6, 10)),
  ...each('ListChildren', quota(6, 10), quota(7, 12)),
  ...each('ListTagsForResource', quota(10, 15), quota(12, 18)),
  ...each('ListRoots', quota(1, 2), quota(1, 3)),
  ...each('DescribeOrganization CreateOrganizationalUnit', quota(1, 2)),
  ...each('DescribeOrganizationalUnit DescribePolicy DescribeCreateAccountStatus', quota(2, 2), quota(2, 3)),
  ...each('ListAWSServiceAccessForOrganization ListDelegatedServicesForAccount', quota(1, 3), quota(1, 4)),
  ...each('ListDelegatedAdministrators', quota(5, 8), quota(6, 10)),
  ...each('ListPolicies ListPoliciesForTarget ListTargetsForPolicy', quota(5, 8), quota(6, 10)),
  ...each('ListHandshakesForAccount ListHandshakesForOrganization ListCreateAccountStatus', quota(5, 8), quota(6, 10)),
  ...each('EnableAWSServiceAccess DisableAWSServiceAccess', quota(1, 2)),
  ...each('RegisterDelegatedAdministrator DeregisterDelegatedAdministrator', quota(1, 2)),
  ...each('CreateAccount', quota(0.1, 3)),
  ...each('CloseAccount', quota(0.05, 1)),
  ...each('InviteAccountToOrganization', quota(3, 5)),
  ...each('AcceptHandshake', quota(1, 2), quota(5, 5)),
  ...each('DescribeHandshake', quota(1, 2), quota(6, 10)),
  ...each('CancelHandshake', quota(2, 3)),
  ...each('DeclineHandshake', quota(1, 1), quota(5, 5)),
  ...each('MoveAccount UpdateOrganizationalUnit DeleteOrganizationalUnit', quota(2, 3)),
  ...each('RemoveAccountFromOrganization', quota(2, 2)),
  ...each('LeaveOrganization CreateOrganization DeleteOrganization', quota(1, 1)),
  ...each('TagResource UntagResource', quota(4, 6)),
  ...each('CreatePolicy UpdatePolicy DeletePolicy AttachPolicy DetachPolicy', quota(2, 3)),
  ...each('EnablePolicyType DisablePolicyType', quota(1, 1)),
};

/** AWS docs: Account Management quotas. Its buckets are the caller's, as users of one caller and many targets found. */
const account: Readonly<Record<string, Limit>> = {
  ...each('GetAlternateContact GetContactInformation', quota(10, 15)),
  ...each('PutAlternateContact PutContactInformation', quota(5, 8)),
  ...each('DeleteAlternateContact', quota(1, 6)),
  ...each('GetPrimaryEmail GetAccountInformation', quota(3, 3)),
  ...each('StartPrimaryEmailUpdate AcceptPrimaryEmailUpdate PutAccountName', quota(1, 1)),
  ...each('ListRegions GetRegionOptStatus', quota(5, 5)),
  ...each('EnableRegion DisableRegion', quota(1, 1)),
};

/** AWS docs: Account Management quotas, the China edition; it has no numbers for the operations that are missing. */
const accountInChina: Readonly<Record<string, Limit>> = {
  ...each('GetAlternateContact GetContactInformation', quota(3, 5)),
  ...each('PutAlternateContact DeleteAlternateContact', quota(1, 6)),
  ...each('PutContactInformation', quota(1, 2)),
  ...each('GetPrimaryEmail', quota(3, 3)),
  ...each('StartPrimaryEmailUpdate AcceptPrimaryEmailUpdate', quota(1, 1)),
};

/** Limits by partition and operation. */
export const limitTables: Readonly<Record<'aws' | 'aws-cn', Readonly<Record<string, Limit>>>> = {
  aws: { ...organizations, ...account },
  'aws-cn': { ...organizations, ...accountInChina },
};
