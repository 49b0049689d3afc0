import type { Quota } from './quota.ts';

/** Documented quotas by operation. */
export type QuotaTable = Readonly<Record<string, Quota>>;

const quota = (rate: number, burst: number): Quota => ({ rate, burst });

/** Per calling account (AWS docs: Organizations quotas, throttling table, copy of 2026). The same in every partition. */
const organizations: QuotaTable = {
  'organizations:DescribeOrganization': quota(1, 2),
  'organizations:ListAccounts': quota(8, 12),
  'organizations:DescribeAccount': quota(20, 30),
  'organizations:ListRoots': quota(1, 2),
  'organizations:ListOrganizationalUnitsForParent': quota(5, 8),
  'organizations:ListAccountsForParent': quota(5, 8),
  'organizations:ListParents': quota(5, 8),
  'organizations:ListTagsForResource': quota(10, 15),
  'organizations:ListDelegatedAdministrators': quota(5, 8),
  'organizations:ListAWSServiceAccessForOrganization': quota(1, 3),
  'organizations:ListPoliciesForTarget': quota(5, 8),
  'organizations:DescribePolicy': quota(2, 2),
  'organizations:EnableAWSServiceAccess': quota(1, 2),
  'organizations:RegisterDelegatedAdministrator': quota(1, 2),
};

/**
 * Documented quotas by partition. Contacts: AWS docs, Account Management quotas (aws) and their China edition (aws-cn); users'
 * reports show that they count per calling account (hashicorp/terraform-provider-aws#42484).
 */
export const quotaTables: Readonly<Record<string, QuotaTable>> = {
  aws: {
    ...organizations,
    'account:GetAlternateContact': quota(10, 15),
    'account:PutAlternateContact': quota(5, 8),
    'account:DeleteAlternateContact': quota(1, 6),
  },
  'aws-cn': {
    ...organizations,
    'account:GetAlternateContact': quota(3, 5),
    'account:PutAlternateContact': quota(1, 6),
    'account:DeleteAlternateContact': quota(1, 6),
  },
};

/**
 * Takes a part of every quota, from 0 to 1, since the bucket is shared with every other tool of the calling account. Pure.
 *
 * @example
 * ```ts
 * import { quotaTables, shareOf } from 'orgcontacts';
 *
 * const quotas = shareOf(quotaTables['aws'] ?? {}, 0.8);
 * ```
 */
export const shareOf = (table: QuotaTable, share: number): QuotaTable =>
  Object.fromEntries(
    Object.entries(table).map(([operation, { rate, burst }]) => [
      operation,
      { rate: rate * share, burst: Math.max(1, Math.floor(burst * share)) },
    ]),
  );
