import { type Failure, failed, ok } from '../../failure/failure.ts';
import type { ControlPolicyGateway } from '../control-policy-gateway.ts';
import type { Answer } from './answer.ts';
import type { MemoryWorld } from './memory-world.ts';
import { pageOf } from './page.ts';

/** Service control policies of a world in memory; they are listed, and decide nothing. */
export const memoryControlPolicies = (world: MemoryWorld, answer: Answer): ControlPolicyGateway => ({
  listControlPolicies: (targetId, token) =>
    answer('organizations:ListPoliciesForTarget', targetId, () => {
      const attached = (world.controlPolicies ?? []).filter(({ attachedTo }) => attachedTo.includes(targetId));
      return pageOf(
        attached.map(({ id, name }) => ({ id, name })),
        token,
      );
    }),
  describeControlPolicy: (policyId) =>
    answer('organizations:DescribePolicy', policyId, () => {
      const policy = world.controlPolicies?.find(({ id }) => id === policyId);
      return policy ? ok(policy.content) : failed(noSuchPolicy);
    }),
});

const noSuchPolicy: Failure = {
  kind: 'missing',
  operation: 'organizations:DescribePolicy',
  code: 'PolicyNotFoundException',
  message: "You specified a policy that doesn't exist.",
  status: 400,
};
