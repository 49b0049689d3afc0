import type { Operation } from '../../operation.ts';
import { managementOrDelegated } from './access.ts';
import { needsOn } from './organizations-needs.ts';
import { pageFields, pageOf } from './page.ts';
import { policySummary } from './policy-shape.ts';
import { policyTypeField, serviceControl } from './policy-type.ts';

/** Of the types that the emulator does not have, there are no policies. */
export const listPolicies: Operation = {
  name: 'ListPolicies',
  fields: [policyTypeField('Filter'), ...pageFields],
  authorize: managementOrDelegated,
  needs: needsOn(),
  handle: (context) => {
    const policies = context.input['Filter'] === serviceControl ? [...context.world.policies.values()] : [];
    return pageOf(context, 'Policies', policies, (policy) => policySummary(context, policy));
  },
};
