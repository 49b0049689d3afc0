import {
  DescribePolicyCommand,
  ListPoliciesForTargetCommand,
  type OrganizationsClient,
} from '@aws-sdk/client-organizations';
import type { ControlPolicyGateway } from '../control-policy-gateway.ts';
import { call, promised } from './call.ts';
import { page } from './page.ts';

/** Service control policies through the Organizations API, one page a call. */
export const awsControlPolicies = (client: OrganizationsClient): ControlPolicyGateway => ({
  listControlPolicies: (TargetId, token) =>
    call(
      'organizations:ListPoliciesForTarget',
      (options) =>
        client.send(
          new ListPoliciesForTargetCommand({ TargetId, Filter: 'SERVICE_CONTROL_POLICY', NextToken: token }),
          options,
        ),
      (answer) =>
        page(
          answer.Policies,
          ({ Id, Name }) => ({ id: promised(Id, 'the id of a policy'), name: Name ?? '' }),
          answer.NextToken,
        ),
    ),
  describeControlPolicy: (PolicyId) =>
    call(
      'organizations:DescribePolicy',
      (options) => client.send(new DescribePolicyCommand({ PolicyId }), options),
      ({ Policy }) => promised(Policy?.Content, 'Policy.Content'),
    ),
});
