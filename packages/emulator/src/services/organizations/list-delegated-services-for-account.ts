import { type Operation, refuse } from '../../operation.ts';
import { memberOf } from '../../world/world-state.ts';
import { managementOrDelegated, organizationOf } from './access.ts';
import { notRegistered } from './deregister-delegated-administrator.ts';
import { accountIdField, accountNotFound } from './describe-account.ts';
import { needsOn } from './organizations-needs.ts';
import { pageFields, pageOf } from './page.ts';
import { seconds } from './shapes.ts';

/** Lists the services for which an account is a delegated administrator. */
export const listDelegatedServicesForAccount: Operation = {
  name: 'ListDelegatedServicesForAccount',
  fields: [accountIdField, ...pageFields],
  authorize: managementOrDelegated,
  needs: needsOn('AccountId'),
  handle: (context) => {
    const id = String(context.input['AccountId']);
    if (!memberOf(context.world, id)) return refuse(accountNotFound);
    const delegated = organizationOf(context).delegatedAdministrators.filter(({ accountId }) => accountId === id);
    if (delegated.length === 0) return refuse(notRegistered);
    return pageOf(context, 'DelegatedServices', delegated, ({ service, since }) => ({
      ServicePrincipal: service,
      DelegationEnabledDate: seconds(since),
    }));
  },
};
