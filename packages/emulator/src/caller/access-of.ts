import type { AccessRequest, Policies } from '../iam/access-request.ts';
import { type Denial, denialText } from '../iam/denial-text.ts';
import { type PolicyLayer, policyLayers } from '../iam/evaluate.ts';
import type { AccessNeed, Context, ServiceError, ServiceName } from '../operation.ts';
import { denials } from '../service-errors.ts';
import { requestKeys } from './request-keys.ts';
import { serviceControlOf } from './service-control-of.ts';

/** A need whose action is named. */
export type Need = AccessNeed & { readonly action: string };

/** What is asked of policies about a need. */
export const requestOf = (context: Context, service: ServiceName, { action, resource, keys }: Need): AccessRequest => ({
  action,
  resource,
  keys: { ...requestKeys(context, service), ...keys },
});

/** Every policy that has a say about the caller. */
export const policiesOf = ({ caller, world }: Context): Policies => {
  const { identity, boundary, session } = caller;
  const serviceControl = serviceControlOf(world, caller.accountId);
  return {
    identity,
    ...(serviceControl && { serviceControl }),
    ...(boundary && { boundary }),
    ...(session && { session }),
  };
};

/** Which missing allow a denial names when there are several. */
export const orderOf = ({ behaviour }: Context): readonly PolicyLayer[] =>
  behaviour.deniedBy === 'outermost' ? policyLayers : policyLayers.toReversed();

/** The denial of a need, with what stands in its way where that is told. */
export const accessDenied = (
  { caller, behaviour }: Context,
  service: ServiceName,
  { action, resource }: Need,
  denial?: Denial,
): ServiceError => {
  const because = denial ? ` ${denialText(denial, action, behaviour.explicitDenyDetail)}` : '';
  const message = `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${resource}${because}`;
  return { ...denials[service], message };
};
