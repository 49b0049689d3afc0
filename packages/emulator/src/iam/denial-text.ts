import type { PolicyLayer } from './evaluate.ts';

/** How much an explicit deny tells: the kind of policy, nothing more than that there is one, or the policy's ARN too. */
export type ExplicitDenyDetail = 'policy-type' | 'bare' | 'policy-arn';

/** What stands in the way of a request. */
export interface Denial {
  readonly isExplicit: boolean;
  readonly by: PolicyLayer | 'trust';
  readonly policyArn?: string;
}

/** Each kind of policy in a denial, with its article where one is used (AWS docs: troubleshooting access denied messages). */
const names: Readonly<Record<Denial['by'], { readonly name: string; readonly article: string }>> = {
  'service-control': { name: 'service control policy', article: 'a' },
  boundary: { name: 'permissions boundary', article: 'a' },
  session: { name: 'session policy', article: 'a' },
  identity: { name: 'identity-based policy', article: 'an' },
  trust: { name: 'role trust policy', article: 'the' },
};

/** What follows the resource in a denial, in AWS's words. */
export const denialText = (
  { isExplicit, by, policyArn }: Denial,
  action: string,
  detail: ExplicitDenyDetail,
): string => {
  const { name, article } = names[by];
  if (!isExplicit) return `because no ${name} allows the ${action} action`;
  if (detail === 'bare') return 'with an explicit deny';
  const which = detail === 'policy-arn' && policyArn !== undefined ? `: ${policyArn}` : '';
  return `with an explicit deny in ${article} ${name}${which}`;
};
