import { type Operation, ok, refuse } from '../../operation.ts';
import { memberOf } from '../../world/world-state.ts';
import { managementOnly, organizationOf, organizationsError } from './access.ts';
import { accountIdField, accountNotFound } from './describe-account.ts';
import { needsOn } from './organizations-needs.ts';
import { servicePrincipalField } from './service-principal-field.ts';

export const deregisterDelegatedAdministrator: Operation = {
  name: 'DeregisterDelegatedAdministrator',
  fields: [accountIdField, servicePrincipalField],
  authorize: managementOnly,
  needs: needsOn('AccountId'),
  handle: (context) => {
    const organization = organizationOf(context);
    const { AccountId: accountId, ServicePrincipal: service } = context.input;
    if (!memberOf(context.world, String(accountId))) return refuse(accountNotFound);
    const left = organization.delegatedAdministrators.filter(
      (each) => each.accountId !== accountId || each.service !== service,
    );
    if (left.length === organization.delegatedAdministrators.length) return refuse(notRegistered);
    organization.delegatedAdministrators = left;
    return ok();
  },
};

export const notRegistered = organizationsError(
  'AccountNotRegisteredException',
  'The specified account is not a delegated administrator for this AWS service.',
);
