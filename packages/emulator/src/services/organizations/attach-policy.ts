import { type Context, type Operation, ok, refuse, type ServiceError } from '../../operation.ts';
import { managementOnly, organizationsError } from './access.ts';
import { policiesOn } from './attachments.ts';
import { needsOn } from './organizations-needs.ts';
import { policyIdField, withPolicy } from './policy-field.ts';
import { type PolicyTarget, targetIdField, withTarget } from './policy-target.ts';
import { areServiceControlPoliciesEnabled, typeNotEnabled } from './policy-type.ts';

/** So many service control policies can be attached to one root, unit or account (AWS docs: Organizations quotas). */
const mostAttached = 10;

export const attachPolicy: Operation = {
  name: 'AttachPolicy',
  fields: [policyIdField, targetIdField],
  authorize: managementOnly,
  needs: needsOn('PolicyId', 'TargetId'),
  handle: (context) =>
    withPolicy(context, ({ id }) =>
      withTarget(context, (target) => {
        const problem = problemWith(context, id, target);
        if (problem) return refuse(problem);
        target.serviceControlPolicies = [...policiesOn(context, target), id];
        return ok();
      }),
    ),
};

const problemWith = (context: Context, policyId: string, target: PolicyTarget): ServiceError | undefined => {
  const attached = policiesOn(context, target);
  if (!areServiceControlPoliciesEnabled(context)) return typeNotEnabled;
  if (attached.includes(policyId)) return duplicateAttachment;
  return attached.length < mostAttached ? undefined : tooMany;
};

/** The sentence is reported by users, though it tells of something else. */
const duplicateAttachment = organizationsError(
  'DuplicatePolicyAttachmentException',
  'A policy with the specified name and type already exists.',
);

/** The sentence is reported by users, the reason is of the service model. */
const tooMany = organizationsError(
  'ConstraintViolationException',
  'You have attached the maximum number of policies to the specified target.',
  'MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
);
