import { type Context, type Operation, ok, refuse, type ServiceError } from '../../operation.ts';
import { holdPolicy } from '../../world/held-policy.ts';
import { managementOnly, organizationOf, organizationsError } from './access.ts';
import { newId } from './new-id.ts';
import { needsOnNew, needsToCreate } from './organizations-needs.ts';
import { contentField, contentProblem, descriptionField, nameField, nameProblem } from './policy-content.ts';
import { isAwsManaged } from './policy-field.ts';
import { policyShape } from './policy-shape.ts';
import { policyTypeField, unavailableType } from './policy-type.ts';
import { tagsField, tagsIn, tagsProblem } from './tags-field.ts';

/** So many service control policies can an organization have (AWS docs: Organizations quotas). */
const mostPolicies = 10_000;

/** The type does not have to be enabled in the root: that is asked of attaching only (AWS docs). */
export const createPolicy: Operation = {
  name: 'CreatePolicy',
  fields: [
    { ...contentField, required: true },
    { ...descriptionField, required: true },
    { ...nameField, required: true },
    policyTypeField('Type'),
    tagsField,
  ],
  authorize: managementOnly,
  needs: needsToCreate('policy', needsOnNew('policy')),
  handle: (context) => {
    const { world, input } = context;
    const problem = problemWith(context);
    if (problem) return refuse(problem);
    const policy = holdPolicy(organizationOf(context), {
      id: newId(world, 'p-', 10),
      name: String(input['Name']),
      description: String(input['Description']),
      content: String(input['Content']),
      tags: tagsIn(context),
    });
    world.policies.set(policy.id, policy);
    return ok({ Policy: policyShape(context, policy) });
  },
};

const problemWith = (context: Context): ServiceError | undefined => {
  const { input, world } = context;
  const own = [...world.policies.keys()].filter((id) => !isAwsManaged(id)).length;
  return (
    tagsProblem(context) ??
    unavailableType(context, input['Type']) ??
    contentProblem(context, String(input['Content'])) ??
    nameProblem(context, String(input['Name'])) ??
    (own < mostPolicies ? undefined : tooMany)
  );
};

/** The reason is of the service model; the wording was not observed. */
const tooMany = organizationsError(
  'ConstraintViolationException',
  'You have exceeded the number of policies that you can have in an organization.',
  'POLICY_NUMBER_LIMIT_EXCEEDED',
);
