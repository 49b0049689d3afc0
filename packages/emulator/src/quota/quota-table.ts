import type { Quota } from './token-bucket.ts';

/** What limits one operation: per calling account, and for Organizations per organization too. */
export interface Limit {
  readonly account: Quota;
  readonly organization?: Quota;
}

const quota = (rate: number, burst: number): Quota => ({ rate, burst });

const limit = (account: Quota, organization?: Quota): Limit => ({ account, ...(organization && { organization }) });

/** AWS docs: Organizations quotas, throttling table (copy of 2026); per calling account | per organization. */
const organizations: Readonly<Record<string, Limit>> = {
  ListAccounts: limit(quota(8, 12), quota(9, 15)),
  DescribeAccount: limit(quota(20, 30), quota(24, 36)),
  ListAccountsForParent: limit(quota(5, 8), quota(6, 10)),
  ListOrganizationalUnitsForParent: limit(quota(5, 8), quota(6, 10)),
  ListParents: limit(quota(5, 8), quota(6, 10)),
  ListTagsForResource: limit(quota(10, 15), quota(12, 18)),
  ListRoots: limit(quota(1, 2), quota(1, 3)),
  DescribeOrganization: limit(quota(1, 2)),
  CreateOrganizationalUnit: limit(quota(1, 2)),
  ListAWSServiceAccessForOrganization: limit(quota(1, 3), quota(1, 4)),
  ListDelegatedAdministrators: limit(quota(5, 8), quota(6, 10)),
  ListCreateAccountStatus: limit(quota(5, 8), quota(6, 10)),
  EnableAWSServiceAccess: limit(quota(1, 2)),
  DisableAWSServiceAccess: limit(quota(1, 2)),
  RegisterDelegatedAdministrator: limit(quota(1, 2)),
  DeregisterDelegatedAdministrator: limit(quota(1, 2)),
  CreateAccount: limit(quota(0.1, 3)),
  DescribeCreateAccountStatus: limit(quota(2, 2), quota(2, 3)),
  MoveAccount: limit(quota(2, 3)),
  CreateOrganization: limit(quota(1, 1)),
  TagResource: limit(quota(4, 6)),
  UntagResource: limit(quota(4, 6)),
};

/** Limits by partition and operation. Contacts: AWS docs, Account Management quotas and their China edition. */
export const limitTables: Readonly<Record<'aws' | 'aws-cn', Readonly<Record<string, Limit>>>> = {
  aws: {
    ...organizations,
    GetAlternateContact: limit(quota(10, 15)),
    PutAlternateContact: limit(quota(5, 8)),
    DeleteAlternateContact: limit(quota(1, 6)),
  },
  'aws-cn': {
    ...organizations,
    GetAlternateContact: limit(quota(3, 5)),
    PutAlternateContact: limit(quota(1, 6)),
    DeleteAlternateContact: limit(quota(1, 6)),
  },
};
