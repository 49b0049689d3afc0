import { type Context, type Operation, ok, refuse } from '../../operation.ts';
import { type HeldPolicy, holdPolicy } from '../../world/held-policy.ts';
import { managementOnly, organizationOf } from './access.ts';
import { needsOn } from './organizations-needs.ts';
import { contentField, contentProblem, descriptionField, nameField, nameProblem } from './policy-content.ts';
import { policyIdField, withOwnPolicy } from './policy-field.ts';
import { policySummary } from './policy-shape.ts';

/**
 * What is not sent stays as it is. The answer tells the name and the description only where they were sent, and an empty description
 * is told but not stored (all of it observed on live AWS).
 */
export const updatePolicy: Operation = {
  name: 'UpdatePolicy',
  fields: [policyIdField, nameField, descriptionField, contentField],
  authorize: managementOnly,
  needs: needsOn('PolicyId'),
  handle: (context) =>
    withOwnPolicy(context, (policy) => {
      const sent = sentIn(context);
      const problem =
        (sent.content !== undefined ? contentProblem(context, sent.content) : undefined) ??
        (sent.name !== undefined ? nameProblem(context, sent.name, policy.id) : undefined);
      if (problem) return refuse(problem);
      const { document, ...held } = policy;
      const description = sent.description || held.description;
      const updated = holdPolicy(organizationOf(context), { ...held, ...sent, description });
      context.world.policies.set(policy.id, updated);
      return ok({ Policy: { PolicySummary: answeredSummary(context, updated), Content: updated.content } });
    }),
};

/** Null is as good as nothing (observed on live AWS). */
const sentIn = ({ input }: Context): { readonly [Part in 'name' | 'description' | 'content']?: string } => ({
  ...(typeof input['Name'] === 'string' && { name: input['Name'] }),
  ...(typeof input['Description'] === 'string' && { description: input['Description'] }),
  ...(typeof input['Content'] === 'string' && { content: input['Content'] }),
});

const answeredSummary = (context: Context, policy: HeldPolicy): Readonly<Record<string, unknown>> => {
  const { Name, Description, ...summary } = policySummary(context, policy);
  const { name, description } = sentIn(context);
  return {
    ...summary,
    ...(name !== undefined && { Name }),
    ...(description !== undefined && { Description: description }),
  };
};
