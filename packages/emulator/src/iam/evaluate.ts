import type { AccessRequest, Policies } from './access-request.ts';
import type { PolicyDocument } from './policy-document.ts';
import { speaksOf } from './speaks-of.ts';

/** Kinds of policies, the outermost first: in this order they are asked. */
export const policyLayers = ['service-control', 'boundary', 'session', 'identity'] as const;
export type PolicyLayer = (typeof policyLayers)[number];

/** Whether a request may go on; and if not, which kind of policy is in its way, and whether it says so or merely does not allow it. */
export type Decision =
  | { readonly kind: 'allowed' }
  | {
      readonly kind: 'denied';
      readonly isExplicit: boolean;
      readonly by: PolicyLayer;
      /** The policy that denies, where it has an ARN. */
      readonly policyArn?: string;
    };

/**
 * Decides a request as IAM does: an explicit deny anywhere wins; then an allow is needed from the service control policies of every
 * level, the permissions boundary, the session policies and the identity policies, as far as there are any (AWS docs: policy
 * evaluation logic). Which of several missing allows a denial names is not established: `order` says which is looked at first, and a
 * kind that it leaves out is not asked. Pure; `parsePolicyDocument` makes policies from JSON.
 *
 * @example
 * const decision = evaluate(
 *   {
 *     action: 'account:PutAlternateContact',
 *     resource: 'arn:aws:account::111122223333:account/o-exampleorgid/444455556666',
 *     keys: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/Contacts', 'account:AlternateContactTypes': ['SECURITY'] },
 *   },
 *   { identity: [policy] },
 * );
 */
export const evaluate = (
  request: AccessRequest,
  policies: Policies,
  order: readonly PolicyLayer[] = policyLayers,
): Decision => {
  const groups = order.flatMap((layer) => groupsOf(policies, layer).map((documents) => ({ layer, documents })));
  const statementsOn = speaksOf(request);
  const has = (document: PolicyDocument, wanted: 'Allow' | 'Deny'): boolean =>
    statementsOn(document).some(({ effect }) => effect === wanted);
  for (const { layer, documents } of groups) {
    const denying = documents.find((document) => has(document, 'Deny'));
    if (denying) {
      const { arn } = denying;
      return { kind: 'denied', isExplicit: true, by: layer, ...(arn !== undefined && { policyArn: arn }) };
    }
  }
  const silent = groups.find(({ documents }) => !documents.some((document) => has(document, 'Allow')));
  return silent ? { kind: 'denied', isExplicit: false, by: silent.layer } : { kind: 'allowed' };
};

/** Documents of which one has to allow; a layer that does not apply has no groups. */
const groupsOf = (policies: Policies, layer: PolicyLayer): readonly (readonly PolicyDocument[])[] => {
  switch (layer) {
    case 'service-control':
      return policies.serviceControl ?? [];
    case 'boundary':
      return policies.boundary ? [[policies.boundary]] : [];
    case 'session':
      return policies.session ? [policies.session] : [];
    case 'identity':
      return [policies.identity];
    default:
      return layer satisfies never;
  }
};
