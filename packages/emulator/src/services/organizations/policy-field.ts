import { type Context, type Outcome, refuse } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import { fullAccessPolicy, type HeldPolicy } from '../../world/held-policy.ts';
import { organizationsError } from './access.ts';

/** The member that names a policy (AWS service model). */
export const policyIdField: Field = {
  name: 'PolicyId',
  type: 'string',
  required: true,
  max: 130,
  pattern: 'p-[0-9a-zA-Z_]{8,128}',
};

/** Goes on with a policy that exists, or refuses. */
export const withPolicy = ({ world, input }: Context, proceed: (policy: HeldPolicy) => Outcome): Outcome => {
  const policy = world.policies.get(String(input['PolicyId']));
  return policy ? proceed(policy) : refuse(policyNotFound);
};

/** Goes on with a policy of the organization itself, which may be changed, or refuses. */
export const withOwnPolicy = (context: Context, proceed: (policy: HeldPolicy) => Outcome): Outcome =>
  withPolicy(context, (policy) => (isAwsManaged(policy.id) ? refuse(immutablePolicy) : proceed(policy)));

/** Whether a policy is AWS's own. */
export const isAwsManaged = (policyId: string): boolean => policyId === fullAccessPolicy.id;

/** The reason is of the service model; the wording is that of its documentation, not observed. */
export const immutablePolicy = organizationsError(
  'InvalidInputException',
  "You specified a policy that is managed by AWS and can't be modified.",
  'IMMUTABLE_POLICY',
);

/** The sentence is reported by users. */
const policyNotFound = organizationsError('PolicyNotFoundException', "You specified a policy that doesn't exist.");
