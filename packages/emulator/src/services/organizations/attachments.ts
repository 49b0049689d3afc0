import { attachedTo } from '../../caller/service-control-of.ts';
import type { Context } from '../../operation.ts';
import { memberCalled } from './member-called.ts';
import type { PolicyTarget } from './policy-target.ts';
import { areServiceControlPoliciesEnabled } from './policy-type.ts';

/** The service control policies on a target: none while the type is not enabled (AWS docs: disabling detaches all). */
export const policiesOn = (context: Context, target: PolicyTarget): readonly string[] =>
  areServiceControlPoliciesEnabled(context) ? attachedTo(target) : [];

/** Everything that a policy is attached to: the root and the units, then the accounts. */
export const targetsOf = (context: Context, policyId: string): readonly PolicyTarget[] =>
  everyTarget(context).filter((target) => policiesOn(context, target).includes(policyId));

/** Everything that policies can be attached to. */
export const everyTarget = (context: Context): readonly PolicyTarget[] => [
  ...context.world.units.values(),
  ...context.world.members.map((id) => memberCalled(context, id)),
];
