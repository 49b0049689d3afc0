import type { Statement } from 'orgcontacts';
import type { Places } from './places.ts';

/** An Allow of these actions on these resources. Pure. */
export const allow = (Sid: string, Action: readonly string[], Resource: readonly string[]): Statement => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource,
});

/** An organization, as ARNs name it. */
export type Organization = Pick<Places, 'partition' | 'managementAccountId' | 'organizationId'>;

/** What listing the organization takes. Pure. */
export const organizationReads = (places: Organization): readonly Statement[] => {
  const { partition, managementAccountId, organizationId } = places;
  const within = (kind: string) => `arn:${partition}:organizations::${managementAccountId}:${kind}/${organizationId}/*`;
  return [
    // These know no resources (AWS docs: service authorization reference for Organizations).
    allow(
      'ListTheOrganization',
      [
        'organizations:DescribeOrganization',
        'organizations:ListAccounts',
        'organizations:ListDelegatedAdministrators',
        'organizations:ListRoots',
      ],
      ['*'],
    ),
    allow(
      'FindUnits',
      ['organizations:ListOrganizationalUnitsForParent', 'organizations:ListAccountsForParent'],
      [within('root'), within('ou')],
    ),
  ];
};

/** All accounts of the organization, as resources of Account Management or of Organizations. Pure. */
export const inAccounts = (
  { partition, managementAccountId, organizationId }: Organization,
  kind: 'account' | 'organizations',
) =>
  kind === 'account'
    ? `arn:${partition}:account::${managementAccountId}:account/${organizationId}/*`
    : `arn:${partition}:organizations::${managementAccountId}:account/${organizationId}/*`;
