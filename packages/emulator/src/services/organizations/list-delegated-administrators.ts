import type { Operation } from '../../operation.ts';
import { managementOrDelegated, type Organization, organizationOf } from './access.ts';
import { memberCalled } from './member-called.ts';
import { needsOn } from './organizations-needs.ts';
import { pageFields, pageOf } from './page.ts';
import { servicePrincipalField } from './service-principal-field.ts';
import { bareAccountShape, seconds } from './shapes.ts';

export const listDelegatedAdministrators: Operation = {
  name: 'ListDelegatedAdministrators',
  fields: [{ ...servicePrincipalField, required: false }, ...pageFields],
  authorize: managementOrDelegated,
  needs: needsOn(),
  handle: (context) => {
    const wanted = context.input['ServicePrincipal'] ?? undefined;
    const isNamed = ({ service }: Delegation) => wanted === undefined || service === wanted;
    const registered = firstOfEach(organizationOf(context).delegatedAdministrators.filter(isNamed));
    return pageOf(context, 'DelegatedAdministrators', registered, ({ accountId, since }) => ({
      ...bareAccountShape(context, memberCalled(context, accountId)),
      DelegationEnabledDate: seconds(since),
    }));
  },
};

type Delegation = Organization['delegatedAdministrators'][number];

/** An account may be delegated for several services; the list holds accounts. */
const firstOfEach = (delegations: readonly Delegation[]): readonly Delegation[] =>
  delegations.filter((one, index) => delegations.findIndex((each) => each.accountId === one.accountId) === index);
