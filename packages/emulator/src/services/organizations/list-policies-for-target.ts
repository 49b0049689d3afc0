import type { Operation } from '../../operation.ts';
import { managementOrDelegated } from './access.ts';
import { policiesOn } from './attachments.ts';
import { needsOn } from './organizations-needs.ts';
import { pageFields, pageOf } from './page.ts';
import { policySummary } from './policy-shape.ts';
import { targetIdField, withTarget } from './policy-target.ts';
import { policyTypeField, serviceControl } from './policy-type.ts';

/** Lists what is attached to the target itself, and not what it inherits (AWS docs). */
export const listPoliciesForTarget: Operation = {
  name: 'ListPoliciesForTarget',
  fields: [targetIdField, policyTypeField('Filter'), ...pageFields],
  authorize: managementOrDelegated,
  needs: needsOn('TargetId'),
  handle: (context) =>
    withTarget(context, (target) => {
      const ids = context.input['Filter'] === serviceControl ? policiesOn(context, target) : [];
      const policies = ids.flatMap((id) => context.world.policies.get(id) ?? []);
      return pageOf(context, 'Policies', policies, (policy) => policySummary(context, policy));
    }),
};
