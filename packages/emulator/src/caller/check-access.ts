import { allowEverything } from '../iam/allow-everything.ts';
import { evaluate } from '../iam/evaluate.ts';
import type { AccessNeed, Context, Operation, ServiceError, ServiceName } from '../operation.ts';
import { accessDenied, orderOf, policiesOf, requestOf } from './access-of.ts';

/** Asks the caller's policies for everything that an operation needs; the first thing that they do not allow is the refusal. */
export const checkAccess = (
  context: Context,
  service: ServiceName,
  operation: Pick<Operation, 'name' | 'needs'>,
): ServiceError | undefined => {
  const policies = policiesOf(context);
  if (allowEverything(policies)) return undefined;
  for (const needed of operation.needs?.(context) ?? anything) {
    const need = { action: `${service}:${operation.name}`, ...needed };
    const decision = evaluate(requestOf(context, service, need), policies, orderOf(context));
    if (decision.kind === 'denied') return accessDenied(context, service, need, decision);
  }
  return undefined;
};

const anything: readonly AccessNeed[] = [{ resource: '*' }];
