import type { Context, ServiceError } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import type { WorldAccount } from '../../world/world-file.ts';

/** The service principal of Account Management. */
export const accountService = 'account.amazonaws.com';

/** The member that names the account; without it a call is about the caller's own (AWS service model). */
export const accountIdField: Field = { name: 'AccountId', type: 'string', pattern: '\\d{12}' };

/**
 * Decides whether the caller may touch the account it means, in the order in which AWS was observed to decide: who calls, trusted
 * access, the management account, membership. Without an AccountId it is the caller's own, and nothing is in the way.
 */
export const reachAccount =
  (name: string) =>
  (context: Context): ServiceError | undefined => {
    if (context.input['AccountId'] === undefined) return undefined;
    const suffix = organizationContextProblem(context);
    return suffix === undefined ? undefined : denied(context, name, suffix);
  };

/** A denial of Account Management; a suffix, where there is one, stands in brackets. */
export const denied = ({ caller }: Context, name: string, suffix = ''): ServiceError => ({
  code: 'AccessDeniedException',
  status: 403,
  message: `User: ${caller.arn} is not authorized to perform: account:${name}${suffix === '' ? '' : ` (${suffix})`}`,
});

/** The account that a call is about: the named one, or the caller's own. */
export const targetOf = ({ world, input, caller }: Context): WorldAccount => {
  const account = world.accounts.get(String(input['AccountId'] ?? caller.accountId));
  if (!account) throw new Error('A call was let through to an account that does not exist.');
  return account;
};

/** The suffix of the denial; empty for a bare one, undefined when nothing is in the way. */
const organizationContextProblem = ({ world, caller, input, behaviour }: Context): string | undefined => {
  const { organization } = world;
  const target = world.accounts.get(String(input['AccountId']));
  const isManagement = organization?.managementAccountId === caller.accountId;
  const isDelegated = organization?.delegatedAdministrators.some(
    ({ accountId, service }) => accountId === caller.accountId && service === accountService,
  );
  if (!organization || (!isManagement && !isDelegated)) return '';
  if (!organization.trustedServices.some(({ service }) => service === accountService)) {
    return behaviour.trustedAccessOff === 'bare'
      ? ''
      : 'Your organization must first enable trusted access with AWS Account Management.';
  }
  if (input['AccountId'] === organization.managementAccountId) {
    return isDelegated && behaviour.delegatedToManagement === 'bare' ? '' : standaloneOnly;
  }
  if (target?.parent !== undefined) return undefined;
  return behaviour.unknownTarget === 'bare' ? '' : 'The account is not a member of your organization.';
};

const standaloneOnly =
  'The management account can only be managed using the standalone context from the management account.';
