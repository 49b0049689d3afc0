import type { Context, ServiceError } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import { accountService, isAccountDelegate } from '../../world/account-service.ts';
import type { World, WorldAccount } from '../../world/world-file.ts';
import { memberOf } from '../../world/world-state.ts';

/** The member that names the account; without it a call is about the caller's own (AWS service model). */
export const accountIdField: Field = { name: 'AccountId', type: 'string', pattern: '\\d{12}' };

/** In which member an operation is told its account, and what is said when that is the management account. */
export interface Reach {
  readonly target?: string;
  readonly managementNamed?: string;
}

/**
 * Decides whether the caller may touch the account it means, in the order in which AWS was observed to decide: who calls, trusted
 * access, the management account, membership. Without an AccountId it is the caller's own, and nothing is in the way.
 */
export const reachAccount =
  (name: string, { target = 'AccountId', managementNamed = standaloneOnly }: Reach = {}) =>
  (context: Context): ServiceError | undefined => {
    const named = context.input[target] ?? undefined;
    const suffix =
      named === undefined ? undefined : organizationContextProblem(context, String(named), managementNamed);
    if (suffix !== undefined) return denied(context, name, suffix);
    return isTooNew(context, targetOf(context, target)) ? denied(context, name) : undefined;
  };

/** A denial of Account Management; a suffix, where there is one, stands in brackets. */
export const denied = ({ caller }: Context, name: string, suffix = ''): ServiceError => ({
  code: 'AccessDeniedException',
  status: 403,
  message: `User: ${caller.arn} is not authorized to perform: account:${name}${suffix === '' ? '' : ` (${suffix})`}`,
});

/** The account that a call is about: the named one, or the caller's own. */
export const targetOf = ({ world, input, caller, seen }: Context, target = 'AccountId'): WorldAccount => {
  const account = world.accounts.get(String(input[target] ?? caller.accountId));
  if (!account) throw new Error('A call was let through to an account that does not exist.');
  return seen ? seen(account) : account;
};

/** The suffix of the denial; empty for a bare one, undefined when nothing is in the way. */
const organizationContextProblem = (context: Context, named: string, managementNamed: string): string | undefined => {
  const { world, caller, behaviour } = context;
  const { organization } = world;
  if (!/^\d{12}$/.test(named)) return '';
  if (!organization) return behaviour.noOrganization === 'bare' ? '' : notMember;
  const isDelegated = isAccountDelegate(organization, caller.accountId);
  if (organization.managementAccountId !== caller.accountId && !isDelegated) return '';
  if (!isTrusted(organization)) return trustedAccessProblem(context, organization);
  if (named === organization.managementAccountId) {
    return isDelegated && behaviour.delegatedToManagement === 'bare' ? '' : managementNamed;
  }
  if (memberOf(world, named)) return undefined;
  return behaviour.unknownTarget === 'bare' ? '' : notMember;
};

type Organization = NonNullable<World['organization']>;

/** Only with all features can a service be trusted (AWS docs: Account Management, modes of operation). */
const isTrusted = ({ featureSet, trustedServices }: Organization): boolean =>
  featureSet === 'ALL' && trustedServices.some(({ service }) => service === accountService);

const trustedAccessProblem = ({ behaviour }: Context, { featureSet }: Organization): string => {
  const isBare =
    behaviour.trustedAccessOff === 'bare' || (featureSet !== 'ALL' && behaviour.consolidatedBilling === 'bare');
  return isBare ? '' : 'Your organization must first enable trusted access with AWS Account Management.';
};

const standaloneOnly =
  'The management account can only be managed using the standalone context from the management account.';

/** Not observed. */
const notMember = 'The account is not a member of your organization.';

/** How long users waited until a created account served other services (terraform-provider-aws issue 15654), in milliseconds. */
const readyAfter = 7 * 60_000;

const isTooNew = ({ behaviour, now }: Context, { joinedMethod, joinedAt }: WorldAccount): boolean =>
  behaviour.newAccountReady === 'after-7-minutes' &&
  joinedMethod === 'CREATED' &&
  now < Date.parse(joinedAt) + readyAfter;
