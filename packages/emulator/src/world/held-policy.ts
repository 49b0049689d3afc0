import { fullAwsAccess } from '../iam/managed-policies.ts';
import { parsePolicyDocument } from '../iam/parse-policy-document.ts';
import type { PolicyDocument } from '../iam/policy-document.ts';
import type { WorldPolicy } from './organization-file.ts';
import type { World } from './world-file.ts';

/** A service control policy, with what it says. */
export interface HeldPolicy extends WorldPolicy {
  readonly document: PolicyDocument;
}

/** AWS's own policy: it lets everything through, and is attached everywhere until somebody detaches it (AWS docs). */
export const fullAccessPolicy: HeldPolicy = {
  id: 'p-FullAWSAccess',
  name: 'FullAWSAccess',
  description: 'Allows access to every operation',
  // With its line breaks, as DescribePolicy was observed to give it on live AWS.
  content: JSON.stringify(
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
    undefined,
    2,
  ),
  tags: {},
  document: fullAwsAccess,
};

type Organization = NonNullable<World['organization']>;

/** Reads a policy of an organization that was checked before. */
export const holdPolicy = (organization: Organization, policy: WorldPolicy): HeldPolicy => {
  const read = parsePolicyDocument(policy.content);
  if (read.kind === 'malformed') throw new Error(`A policy ${policy.id} was let through that is none: ${read.because}`);
  return { ...policy, document: { ...read.policy, arn: policyArn(organization, policy.id) } };
};

/** The ARN of a policy of an organization (AWS docs: Organizations ARNs). */
export const policyArn = ({ id, managementAccountId }: Organization, policyId: string): string =>
  policyId === fullAccessPolicy.id
    ? (fullAccessPolicy.document.arn ?? '')
    : `arn:aws:organizations::${managementAccountId}:policy/${id}/service_control_policy/${policyId}`;

/** The organization's own policies in the form of a world file. */
export const ownPolicies = (policies: Iterable<HeldPolicy>): WorldPolicy[] =>
  [...policies].filter(({ id }) => id !== fullAccessPolicy.id).map(({ document, ...policy }) => policy);
