import { expired } from '../caller/refused-signer.ts';
import type { Context, ServiceError, ServiceName } from '../operation.ts';
import { tooMany } from '../quota/too-many.ts';
import { denials, internalErrors } from '../service-errors.ts';
import type { FaultRule } from './fault-rule.ts';

/** What an ordered failure does to the answer. */
export type FaultEffect =
  | { readonly kind: 'error'; readonly error: ServiceError }
  | { readonly kind: 'reset' }
  /** The answer is AWS's, and its body takes so long. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** The answer is AWS's, from before the last write. */
  | { readonly kind: 'stale' }
  /** The answer is AWS's, and what it begins fails later. */
  | { readonly kind: 'later'; readonly reason: string };

/** What a rule does to one call. */
export const effectOf = (
  { error, milliseconds = 0, reason = 'INTERNAL_FAILURE' }: FaultRule,
  service: ServiceName,
  operation: string,
  context: Context,
): FaultEffect => {
  switch (error) {
    case 'ConnectionReset':
      return { kind: 'reset' };
    case 'SlowBody':
      return { kind: 'slow', milliseconds };
    case 'StaleRead':
      return { kind: 'stale' };
    case 'FailsLater':
      return { kind: 'later', reason };
    case 'TooManyRequests':
      return failure(tooMany[service]);
    case 'InternalServer':
      return failure({ code: internalErrors[service], status: 500, message: 'Internal error' });
    case 'ServiceUnavailable':
      return failure({ code: 'ServiceUnavailable', status: 503, message: 'Service Unavailable' });
    case 'AccessDenied':
      return failure({ ...denials[service], message: denial(service, operation, context) });
    case 'ExpiredCredentials':
      return failure(expired(service));
    case 'Untyped400':
      return failure(untyped);
    default:
      return error satisfies never;
  }
};

const failure = (error: ServiceError): FaultEffect => ({ kind: 'error', error });

/** What API Gateway says of itself, so that no service named a type (AWS docs: API Gateway, gateway response types). Clients call it 400. */
const untyped: ServiceError = { code: '400', status: 400, message: 'Invalid request body', untyped: true };

/** The words of an implicit deny (AWS docs: troubleshooting access denied; observed for both services). */
const denial = (service: ServiceName, operation: string, context: Context): string => {
  const resource = service === 'account' ? accountResource(context) : '*';
  return `User: ${context.caller.arn} is not authorized to perform: ${service}:${operation} on resource: ${resource} because no identity-based policy allows the ${service}:${operation} action`;
};

/** In the organization context it carries the management account, whoever calls (observed on live AWS). */
const accountResource = ({ world: { organization }, caller, input }: Context): string => {
  const target = input['AccountId'] ?? input['StandardAccountId'] ?? undefined;
  if (target === undefined || !organization) return `arn:aws:account::${caller.accountId}:account`;
  return `arn:aws:account::${organization.managementAccountId}:account/${organization.id}/${String(target)}`;
};
