import { type Operation, ok, refuse } from '../../operation.ts';
import { managementOnly, organizationsError } from './access.ts';
import { policiesOn } from './attachments.ts';
import { needsOn } from './organizations-needs.ts';
import { policyIdField, withPolicy } from './policy-field.ts';
import { targetIdField, withTarget } from './policy-target.ts';

/** While the type is enabled, everything has at least one policy: the last one cannot be detached (AWS docs). */
export const detachPolicy: Operation = {
  name: 'DetachPolicy',
  fields: [policyIdField, targetIdField],
  authorize: managementOnly,
  needs: needsOn('PolicyId', 'TargetId'),
  handle: (context) =>
    withPolicy(context, (policy) =>
      withTarget(context, (target) => {
        const attached = policiesOn(context, target);
        if (!attached.includes(policy.id)) return refuse(notAttached);
        if (attached.length === 1) return refuse(lastOne);
        target.serviceControlPolicies = attached.filter((id) => id !== policy.id);
        return ok();
      }),
    ),
};

/** The wording is that of the service model, not observed. */
const notAttached = organizationsError(
  'PolicyNotAttachedException',
  "The policy isn't attached to the specified target in the specified root.",
);

/** The sentence is reported by users, the reason is of the service model. */
const lastOne = organizationsError(
  'ConstraintViolationException',
  'You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.',
  'MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
);
