import { type Context, type Operation, ok, refuse, type ServiceError } from '../../operation.ts';
import { accountService } from '../../world/account-service.ts';
import { memberOf } from '../../world/world-state.ts';
import { managementOnly, organizationOf, organizationsError } from './access.ts';
import { accountIdField, accountNotFound } from './describe-account.ts';
import { needsOn } from './organizations-needs.ts';
import { servicePrincipalField } from './service-principal-field.ts';

/** Trusted access comes first; Account Management has one slot (AWS docs). */
export const registerDelegatedAdministrator: Operation = {
  name: 'RegisterDelegatedAdministrator',
  fields: [accountIdField, servicePrincipalField],
  authorize: managementOnly,
  needs: needsOn('AccountId'),
  handle: (context) => {
    const problem = problemWith(context);
    if (problem) return refuse(problem);
    const { AccountId: accountId, ServicePrincipal: service } = context.input;
    organizationOf(context).delegatedAdministrators.push({
      accountId: String(accountId),
      service: String(service),
      since: new Date(context.now).toISOString(),
    });
    return ok();
  },
};

const problemWith = (context: Context): ServiceError | undefined => {
  const { AccountId: accountId, ServicePrincipal: service } = context.input;
  const { trustedServices, managementAccountId, delegatedAdministrators } = organizationOf(context);
  const registered = delegatedAdministrators.filter((each) => each.service === service);
  const account = memberOf(context.world, String(accountId));
  if (!account) return accountNotFound;
  if (accountId === managementAccountId) return notManagement;
  if (account.state === 'SUSPENDED' || account.state === 'CLOSED') return suspended;
  if (!trustedServices.some((each) => each.service === service)) return noServiceAccess;
  if (registered.some((each) => each.accountId === accountId)) return alreadyRegistered;
  const isFull = service === accountService && context.behaviour.secondDelegatedAdministrator === 'refuse';
  return isFull && registered.length > 0 ? slotTaken : undefined;
};

const notManagement = organizationsError(
  'ConstraintViolationException',
  'You cannot register management account/yourself as delegated administrator for your organization.',
  'CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR',
);

/** The reason is of the service model; the wording was not observed. */
const suspended = organizationsError(
  'ConstraintViolationException',
  'You cannot register a suspended account as a delegated administrator.',
  'CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR',
);

const noServiceAccess = organizationsError(
  'ConstraintViolationException',
  'You must enable service access before you delegate an administrator for this service. Call the AWS API EnableAWSServiceAccess first.',
  'SERVICE_ACCESS_NOT_ENABLED',
);

const alreadyRegistered = organizationsError(
  'AccountAlreadyRegisteredException',
  'The specified account is already a delegated administrator for this AWS service.',
);

/** The reason is of the service model; the wording was not observed. */
const slotTaken = organizationsError(
  'ConstraintViolationException',
  'You have exceeded the number of delegated administrators allowed for the service principal.',
  'MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED',
);
