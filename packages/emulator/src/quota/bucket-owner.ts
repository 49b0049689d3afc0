import type { Context, ServiceName } from '../operation.ts';
import { isAccountDelegate } from '../world/account-service.ts';

/**
 * The account from whose bucket a call takes its token: the caller's own (AWS docs: quotas are per caller account). Whether the delegated
 * administrator of Account Management has one besides that of the management account was not observed.
 */
export const bucketOwner = (service: ServiceName, { world, caller, behaviour }: Context): string => {
  const { organization } = world;
  if (service !== 'account' || behaviour.contactBuckets === 'per-caller' || !organization) return caller.accountId;
  return isAccountDelegate(organization, caller.accountId) ? organization.managementAccountId : caller.accountId;
};
