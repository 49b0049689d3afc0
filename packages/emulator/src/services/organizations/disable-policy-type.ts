import { type Operation, ok, refuse } from '../../operation.ts';
import { managementOnly, organizationOf } from './access.ts';
import { everyTarget } from './attachments.ts';
import { needsOn } from './organizations-needs.ts';
import { areServiceControlPoliciesEnabled, policyTypeField, serviceControl, typeNotEnabled } from './policy-type.ts';
import { rootIdField, withRoot } from './root-field.ts';
import { rootShape } from './root-shape.ts';

/** Detaches every policy of the type from everything; which were attached is lost (AWS docs). The policies themselves stay. */
export const disablePolicyType: Operation = {
  name: 'DisablePolicyType',
  fields: [rootIdField, policyTypeField('PolicyType')],
  authorize: managementOnly,
  needs: needsOn('RootId'),
  handle: (context) =>
    withRoot(context, (root) => {
      const isEnabled = context.input['PolicyType'] === serviceControl && areServiceControlPoliciesEnabled(context);
      if (!isEnabled) return refuse(typeNotEnabled);
      organizationOf(context).policyTypes = [];
      for (const target of everyTarget(context)) delete target.serviceControlPolicies;
      const isPending = context.behaviour.policyTypeChange === 'pending' && !context.instant;
      return ok({ Root: rootShape(context, root, isPending ? 'PENDING_DISABLE' : undefined) });
    }),
};
