import type { Operation } from '../../operation.ts';
import { managementOrDelegated, organizationOf } from './access.ts';
import { memberCalled } from './member-called.ts';
import { pageFields, pageOf } from './page.ts';
import { servicePrincipalField } from './service-principal-field.ts';
import { bareAccountShape, seconds } from './shapes.ts';

export const listDelegatedAdministrators: Operation = {
  name: 'ListDelegatedAdministrators',
  fields: [{ ...servicePrincipalField, required: false }, ...pageFields],
  authorize: managementOrDelegated,
  handle: (context) => {
    const wanted = context.input['ServicePrincipal'];
    const registered = organizationOf(context).delegatedAdministrators.filter(
      ({ service }) => wanted === undefined || service === wanted,
    );
    return pageOf(context, 'DelegatedAdministrators', registered, ({ accountId, since }) => ({
      ...bareAccountShape(context, memberCalled(context, accountId)),
      DelegationEnabledDate: seconds(since),
    }));
  },
};
