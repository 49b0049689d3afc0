import type { AccessRequest, Policies } from './access-request.ts';
import { holds, type KeyValues, valuesIn } from './holds.ts';
import { matchPattern, type Variables } from './match-pattern.ts';
import type { Patterns, PolicyDocument, PolicyStatement } from './policy-document.ts';

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
 * evaluation logic). Which of several missing allows a denial names is not established: `order` says which is looked at first. Pure.
 */
export const evaluate = (
  request: AccessRequest,
  policies: Policies,
  order: readonly PolicyLayer[] = policyLayers,
): Decision => {
  const groups = order.flatMap((layer) => groupsOf(policies, layer).map((documents) => ({ layer, documents })));
  const effects = effectsOn(request);
  for (const { layer, documents } of groups) {
    const denying = documents.find((document) => effects(document).denies);
    if (denying) {
      const { arn } = denying;
      return { kind: 'denied', isExplicit: true, by: layer, ...(arn !== undefined && { policyArn: arn }) };
    }
  }
  const silent = groups.find(({ documents }) => !documents.some((document) => effects(document).allows));
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

/** What a policy says about a request. */
interface Effects {
  readonly allows: boolean;
  readonly denies: boolean;
}

const effectsOn = ({ action, resource, keys }: AccessRequest): ((document: PolicyDocument) => Effects) => {
  const valuesOf = valuesIn(keys);
  return ({ statements, hasVariables }) => {
    const variables = hasVariables ? variablesOf(valuesOf) : undefined;
    const speaking = statements.filter(
      (statement) =>
        includesAction(statement.actions, action) &&
        includes(statement.resources, resource, variables) &&
        meetsConditions(statement, valuesOf, variables),
    );
    return {
      allows: speaking.some(({ effect }) => effect === 'Allow'),
      denies: speaking.some(({ effect }) => effect === 'Deny'),
    };
  };
};

/** Whether a request meets every condition of a statement. */
const meetsConditions = (
  { conditions }: PolicyStatement,
  valuesOf: KeyValues,
  variables: Variables | undefined,
): boolean => conditions.every((condition) => holds(condition, valuesOf, variables));

/** A variable has a value only where its key has exactly one (AWS docs: policy variables). */
const variablesOf =
  (valuesOf: KeyValues): Variables =>
  (name) => {
    const values = valuesOf(name);
    return values?.length === 1 ? values[0] : undefined;
  };

const includes = ({ kind, patterns }: Patterns, text: string, variables?: Variables): boolean =>
  patterns.some((pattern) => matchPattern(pattern, text, variables)) === (kind === 'these');

/** The case of an action does not matter (AWS docs: IAM policy elements, Action). */
const includesAction = ({ kind, patterns }: Patterns, action: string): boolean =>
  patterns.some((pattern) => matchPattern(pattern.toLowerCase(), action.toLowerCase())) === (kind === 'these');
