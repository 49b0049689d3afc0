import { contactTypes } from '../contact/contact-type.ts';
import type { PolicyRequest } from './control-policies/match-statement.ts';
import type { Denial } from './denial.ts';
import type { Facts } from './facts.ts';

/** Where calls go, whatever region is configured (botocore endpoint rules; AWS docs: Account Management endpoints). */
const regions: Readonly<Record<string, string>> = { aws: 'us-east-1', 'aws-cn': 'cn-northwest-1' };

/** What is asked of policies about a call of the caller; undefined where too little is known of who calls. */
export const policyRequestOf = (
  { identity, organization }: Facts,
  {
    target,
    failure: { operation },
    type,
  }: Pick<Denial, 'target' | 'type'> & { readonly failure: { readonly operation: string } },
): PolicyRequest | undefined => {
  if (identity.kind === 'failed') return undefined;
  const { accountId, arn } = identity.value;
  const partition = arn.split(':')[1] ?? 'aws';
  const region = regions[partition];
  const known = organization.kind === 'ok' ? organization.value : undefined;
  if (target.context === 'organization' && !known) return undefined;
  return {
    action: operation,
    // The management account stands in it, whoever calls (observed on live AWS).
    resource:
      known && target.context === 'organization'
        ? `arn:${partition}:account::${known.managementAccountId}:account/${known.id}/${target.accountId}`
        : `arn:${partition}:account::${accountId}:account`,
    keys: {
      'aws:principalaccount': accountId,
      // The ARN of a role session leaves the path of the role out, so that a role is not known by it.
      ...(arn.includes(':user/') && { 'aws:principalarn': arn }),
      ...(region !== undefined && { 'aws:requestedregion': region }),
      ...(known && { 'aws:principalorgid': known.id }),
      ...(contactTypes.some((each) => each === type) &&
        type !== undefined && { 'account:alternatecontacttypes': type }),
    },
  };
};
