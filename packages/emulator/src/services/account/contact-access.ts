import type { Context, ServiceError } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import { type ContactType, contactTypes } from '../../world/world.ts';
import type { WorldAccount } from '../../world/world-file.ts';

/** The service principal of Account Management. */
export const accountService = 'account.amazonaws.com';

/** The members that all three operations have (AWS service model). The contact type is checked later, and differently. */
export const targetFields: readonly Field[] = [
  { name: 'AlternateContactType', type: 'string', required: true },
  { name: 'AccountId', type: 'string', pattern: '\\d{12}' },
];

/**
 * Decides whether the caller may touch the account it means, in the order in which AWS was observed to decide: who calls, trusted
 * access, the management account, membership, and last the contact type.
 */
export const authorizeContact =
  (name: string) =>
  (context: Context): ServiceError | undefined => {
    const { input, behaviour } = context;
    const own = `User: ${context.caller.arn} is not authorized to perform: account:${name}`;
    const suffix = input['AccountId'] === undefined ? undefined : organizationContextProblem(context);
    if (suffix !== undefined) return denied(suffix === '' ? own : `${own} (${suffix})`);
    if (isContactType(input['AlternateContactType'])) {
      const isRead = name === 'GetAlternateContact';
      return !isRead && behaviour.putOnInactive === 'deny' && targetOf(context).state !== 'ACTIVE'
        ? denied(own)
        : undefined;
    }
    const named = behaviour.invalidTypeAction === 'own' ? name : 'GetAlternateContact';
    return denied(
      `User: ${context.caller.arn} is not authorized to perform: account:${named} (You specified an invalid Alternate Contact type.)`,
    );
  };

/** The account that a call is about: the named one, or the caller's own. */
export const targetOf = ({ world, input, caller }: Context): WorldAccount => {
  const account = world.accounts.get(String(input['AccountId'] ?? caller.accountId));
  if (!account) throw new Error('A call was let through to an account that does not exist.');
  return account;
};

/** The contact type of a call that was let through. */
export const typeOf = ({ input }: Context): ContactType => {
  const type = input['AlternateContactType'];
  if (!isContactType(type)) throw new Error('A call was let through with a contact type that does not exist.');
  return type;
};

/** What AWS answers to a read or delete of a contact that is not set (observed on live AWS). */
export const noContact: ServiceError = {
  code: 'ResourceNotFoundException',
  status: 404,
  message: 'No contact of the inputted alternate contact type found.',
};

const isContactType = (value: unknown): value is ContactType => contactTypes.some((type) => type === value);

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

const denied = (message: string): ServiceError => ({ code: 'AccessDeniedException', status: 403, message });
