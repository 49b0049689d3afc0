import type { Operation } from '../../operation.ts';
import { acceptHandshake } from './accept-handshake.ts';
import { attachPolicy } from './attach-policy.ts';
import { cancelHandshake } from './cancel-handshake.ts';
import { closeAccount } from './close-account.ts';
import { createAccount } from './create-account.ts';
import { createOrganization } from './create-organization.ts';
import { createOrganizationalUnit } from './create-organizational-unit.ts';
import { createPolicy } from './create-policy.ts';
import { declineHandshake } from './decline-handshake.ts';
import { deleteOrganization } from './delete-organization.ts';
import { deleteOrganizationalUnit } from './delete-organizational-unit.ts';
import { deletePolicy } from './delete-policy.ts';
import { deregisterDelegatedAdministrator } from './deregister-delegated-administrator.ts';
import { describeAccount } from './describe-account.ts';
import { describeCreateAccountStatus } from './describe-create-account-status.ts';
import { describeHandshake } from './describe-handshake.ts';
import { describeOrganization } from './describe-organization.ts';
import { describeOrganizationalUnit } from './describe-organizational-unit.ts';
import { describePolicy } from './describe-policy.ts';
import { detachPolicy } from './detach-policy.ts';
import { disableAwsServiceAccess } from './disable-aws-service-access.ts';
import { disablePolicyType } from './disable-policy-type.ts';
import { enableAllFeatures } from './enable-all-features.ts';
import { enableAwsServiceAccess } from './enable-aws-service-access.ts';
import { enablePolicyType } from './enable-policy-type.ts';
import { inviteAccountToOrganization } from './invite-account-to-organization.ts';
import { leaveOrganization } from './leave-organization.ts';
import { listAccounts } from './list-accounts.ts';
import { listAccountsForParent } from './list-accounts-for-parent.ts';
import { listAwsServiceAccessForOrganization } from './list-aws-service-access-for-organization.ts';
import { listChildren } from './list-children.ts';
import { listCreateAccountStatus } from './list-create-account-status.ts';
import { listDelegatedAdministrators } from './list-delegated-administrators.ts';
import { listDelegatedServicesForAccount } from './list-delegated-services-for-account.ts';
import { listHandshakesForAccount } from './list-handshakes-for-account.ts';
import { listHandshakesForOrganization } from './list-handshakes-for-organization.ts';
import { listOrganizationalUnitsForParent } from './list-organizational-units-for-parent.ts';
import { listParents } from './list-parents.ts';
import { listPolicies } from './list-policies.ts';
import { listPoliciesForTarget } from './list-policies-for-target.ts';
import { listRoots } from './list-roots.ts';
import { listTagsForResource } from './list-tags-for-resource.ts';
import { listTargetsForPolicy } from './list-targets-for-policy.ts';
import { moveAccount } from './move-account.ts';
import { registerDelegatedAdministrator } from './register-delegated-administrator.ts';
import { removeAccountFromOrganization } from './remove-account-from-organization.ts';
import { tagResource } from './tag-resource.ts';
import { untagResource } from './untag-resource.ts';
import { updateOrganizationalUnit } from './update-organizational-unit.ts';
import { updatePolicy } from './update-policy.ts';

/** AWS Organizations, API version 2016-11-28. */
export const organizationsOperations: readonly Operation[] = [
  acceptHandshake,
  attachPolicy,
  cancelHandshake,
  closeAccount,
  createAccount,
  createOrganization,
  createOrganizationalUnit,
  createPolicy,
  declineHandshake,
  deleteOrganization,
  deleteOrganizationalUnit,
  deletePolicy,
  deregisterDelegatedAdministrator,
  describeAccount,
  describeCreateAccountStatus,
  describeHandshake,
  describeOrganization,
  describeOrganizationalUnit,
  describePolicy,
  detachPolicy,
  disableAwsServiceAccess,
  disablePolicyType,
  enableAllFeatures,
  enableAwsServiceAccess,
  enablePolicyType,
  inviteAccountToOrganization,
  leaveOrganization,
  listAccounts,
  listAccountsForParent,
  listAwsServiceAccessForOrganization,
  listChildren,
  listCreateAccountStatus,
  listDelegatedAdministrators,
  listDelegatedServicesForAccount,
  listHandshakesForAccount,
  listHandshakesForOrganization,
  listOrganizationalUnitsForParent,
  listParents,
  listPolicies,
  listPoliciesForTarget,
  listRoots,
  listTagsForResource,
  listTargetsForPolicy,
  moveAccount,
  registerDelegatedAdministrator,
  removeAccountFromOrganization,
  tagResource,
  untagResource,
  updateOrganizationalUnit,
  updatePolicy,
];
