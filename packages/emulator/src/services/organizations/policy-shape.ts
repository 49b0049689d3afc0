import type { Context } from '../../operation.ts';
import { type HeldPolicy, policyArn } from '../../world/held-policy.ts';
import { organizationOf } from './access.ts';
import { isAwsManaged } from './policy-field.ts';
import type { PolicyTarget } from './policy-target.ts';
import { serviceControl } from './policy-type.ts';
import { resourceArn } from './resource-arn.ts';

/** A policy with its content as Organizations shows it. */
export const policyShape = (context: Context, policy: HeldPolicy): Readonly<Record<string, unknown>> => ({
  PolicySummary: policySummary(context, policy),
  Content: policy.content,
});

/** A policy without its content. */
export const policySummary = (
  context: Context,
  { id, name, description }: HeldPolicy,
): Readonly<Record<string, unknown>> => ({
  Id: id,
  Arn: policyArn(organizationOf(context), id),
  Name: name,
  Description: description,
  Type: serviceControl,
  AwsManaged: isAwsManaged(id),
});

/** What a policy is attached to. */
export const targetShape = (context: Context, { id, name }: PolicyTarget): Readonly<Record<string, unknown>> => ({
  TargetId: id,
  Arn: resourceArn(organizationOf(context), id),
  Name: name,
  Type: typeOf(id),
});

const typeOf = (id: string): 'ROOT' | 'ORGANIZATIONAL_UNIT' | 'ACCOUNT' => {
  if (id.startsWith('r-')) return 'ROOT';
  return id.startsWith('ou-') ? 'ORGANIZATIONAL_UNIT' : 'ACCOUNT';
};
