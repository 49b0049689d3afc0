import { type Operation, ok, refuse } from '../../operation.ts';
import { managementOnly, organizationOf, organizationsError } from './access.ts';
import { needsOn } from './organizations-needs.ts';
import { areServiceControlPoliciesEnabled, policyTypeField, serviceControl, unavailableType } from './policy-type.ts';
import { rootIdField, withRoot } from './root-field.ts';
import { rootShape } from './root-shape.ts';

/** From now on p-FullAWSAccess is attached to the root, every unit and every account (AWS docs). */
export const enablePolicyType: Operation = {
  name: 'EnablePolicyType',
  fields: [rootIdField, policyTypeField('PolicyType')],
  authorize: managementOnly,
  needs: needsOn('RootId'),
  handle: (context) =>
    withRoot(context, (root) => {
      const problem = unavailableType(context, context.input['PolicyType']);
      if (problem) return refuse(problem);
      if (areServiceControlPoliciesEnabled(context)) return refuse(alreadyEnabled);
      organizationOf(context).policyTypes = [serviceControl];
      const isPending = context.behaviour.policyTypeChange === 'pending' && !context.instant;
      return ok({ Root: rootShape(context, root, isPending ? 'PENDING_ENABLE' : 'ENABLED') });
    }),
};

/** The sentence is reported by users. */
const alreadyEnabled = organizationsError(
  'PolicyTypeAlreadyEnabledException',
  'The specified policy type is already enabled.',
);
