import type { Context, ServiceError } from '../../operation.ts';
import type { World } from '../../world/world-file.ts';

export type Organization = NonNullable<World['organization']>;

/** An Organizations refusal: always HTTP 400 (observed on live AWS, access denials included). */
export const organizationsError = (code: string, message: string, reason?: string): ServiceError => ({
  code,
  status: 400,
  message,
  ...(reason !== undefined && { members: { Reason: reason } }),
});

/** Any account of the organization may call. */
export const anyMember = ({ world }: Context): ServiceError | undefined =>
  world.organization
    ? undefined
    : organizationsError('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.');

/** The management account, or a delegated administrator for any service, may call. */
export const managementOrDelegated = (context: Context): ServiceError | undefined =>
  anyMember(context) ?? (isManagement(context) || isDelegated(context) ? undefined : noPermission);

/** Only the management account may call. */
export const managementOnly = (context: Context): ServiceError | undefined =>
  anyMember(context) ?? (isManagement(context) ? undefined : noPermission);

/** The organization of a call that was let through. */
export const organizationOf = ({ world }: Context): Organization => {
  if (!world.organization) throw new Error('A call was let through without an organization.');
  return world.organization;
};

const noPermission = organizationsError('AccessDeniedException', "You don't have permissions to access this resource.");

const isManagement = ({ world, caller }: Context): boolean =>
  world.organization?.managementAccountId === caller.accountId;

const isDelegated = ({ world, caller }: Context): boolean =>
  world.organization?.delegatedAdministrators.some(({ accountId }) => accountId === caller.accountId) === true;
