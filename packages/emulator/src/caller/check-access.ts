import { denialText } from '../iam/denial-text.ts';
import { evaluate, type PolicyLayer, policyLayers } from '../iam/evaluate.ts';
import type { AccessNeed, Context, Operation, ServiceError, ServiceName } from '../operation.ts';
import { denials } from '../service-errors.ts';
import { requestKeys } from './request-keys.ts';
import { serviceControlOf } from './service-control-of.ts';

/** Asks the caller's policies for everything that an operation needs; the first thing that they do not allow is the refusal. */
export const checkAccess = (
  context: Context,
  service: ServiceName,
  operation: Pick<Operation, 'name' | 'needs'>,
): ServiceError | undefined => {
  const needs = operation.needs?.(context) ?? anything;
  for (const need of needs) {
    const refused = refusalOf(context, service, { action: `${service}:${operation.name}`, ...need });
    if (refused) return refused;
  }
  return undefined;
};

const anything: readonly AccessNeed[] = [{ resource: '*' }];

const refusalOf = (
  context: Context,
  service: ServiceName,
  { action, resource, keys }: AccessNeed & { readonly action: string },
): ServiceError | undefined => {
  const { caller, world, behaviour } = context;
  const { identity, boundary, session } = caller;
  const serviceControl = serviceControlOf(world, caller.accountId);
  const decision = evaluate(
    { action, resource, keys: { ...requestKeys(context, service), ...keys } },
    { identity, ...(serviceControl && { serviceControl }), ...(boundary && { boundary }), ...(session && { session }) },
    orders[behaviour.deniedBy],
  );
  if (decision.kind === 'allowed') return undefined;
  const because = denialText(decision, action, behaviour.explicitDenyDetail);
  const message = `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${resource} ${because}`;
  return { ...denials[service], message };
};

/** Which missing allow a denial names when there are several. */
const orders: Readonly<Record<Context['behaviour']['deniedBy'], readonly PolicyLayer[]>> = {
  outermost: policyLayers,
  innermost: policyLayers.toReversed(),
};
