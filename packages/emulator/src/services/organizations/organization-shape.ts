import type { Context } from '../../operation.ts';
import type { Organization } from './access.ts';
import { serviceControl } from './policy-type.ts';
import { arnOf } from './shapes.ts';

/** An organization as Organizations shows it, still with its old names for the management account. */
export const organizationShape = (
  { world }: Context,
  organization: Organization,
): Readonly<Record<string, unknown>> => ({
  Id: organization.id,
  Arn: arnOf(organization, 'organization'),
  FeatureSet: organization.featureSet,
  MasterAccountArn: arnOf(organization, 'account', organization.managementAccountId),
  MasterAccountId: organization.managementAccountId,
  MasterAccountEmail: world.accounts.get(organization.managementAccountId)?.email ?? '',
  // Deprecated; it shows the type also when it is disabled in the root (AWS service model).
  AvailablePolicyTypes: organization.featureSet === 'ALL' ? [{ Type: serviceControl, Status: 'ENABLED' }] : [],
});
