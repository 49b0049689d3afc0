import { z } from 'zod';
import type { Input, ServiceError, ServiceName } from '../operation.ts';
import { tooMany } from '../quota/too-many.ts';

const rule = z.strictObject({
  operation: z.string(),
  /** Matches AccountId, ResourceId, ParentId or ChildId of the request; left out, every call of the operation. */
  account: z.string().optional(),
  error: z.enum(['TooManyRequests', 'InternalServer', 'ServiceUnavailable', 'AccessDenied', 'ConnectionReset']),
  /** How often; left out, always. */
  times: z.int().min(1).optional(),
});

/** Failures that somebody ordered: the first rule that matches a call has its way. */
export const faultRulesSchema = z.array(rule);

export type FaultRule = z.infer<typeof rule>;

/** What an ordered failure comes to. */
export type Fault = { readonly kind: 'reset' } | { readonly kind: 'error'; readonly error: ServiceError };

/** Holds the rules and counts how often each had its way. */
export interface Faults {
  strike(service: ServiceName, operation: string, input: Input, arn: string): Fault | undefined;
  set(rules: readonly FaultRule[]): void;
  rules(): readonly FaultRule[];
}

/** Makes faults from rules. */
export const makeFaults = (rules: readonly FaultRule[] = []): Faults => {
  let pending = rules.map((each) => ({ ...each }));
  return {
    strike: (service, operation, input, arn) => {
      const found = pending.find((each) => each.operation === operation && hits(each, input));
      if (!found) return undefined;
      if (found.times !== undefined) found.times -= 1;
      if (found.times === 0) pending = pending.filter((each) => each !== found);
      return faultOf(found.error, service, operation, arn);
    },
    set: (next) => {
      pending = next.map((each) => ({ ...each }));
    },
    rules: () => pending,
  };
};

const hits = ({ account }: FaultRule, input: Input): boolean =>
  account === undefined || ['AccountId', 'ResourceId', 'ParentId', 'ChildId'].some((name) => input[name] === account);

const faultOf = (error: FaultRule['error'], service: ServiceName, operation: string, arn: string): Fault => {
  const isRest = service === 'account';
  switch (error) {
    case 'ConnectionReset':
      return { kind: 'reset' };
    case 'TooManyRequests':
      return { kind: 'error', error: tooMany[service] };
    case 'InternalServer':
      return fault(isRest ? 'InternalServerException' : 'ServiceException', 500, 'Internal error');
    case 'ServiceUnavailable':
      return fault('ServiceUnavailable', 503, 'Service Unavailable');
    case 'AccessDenied':
      return fault('AccessDeniedException', isRest ? 403 : 400, denial(service, operation, arn));
    default:
      return error satisfies never;
  }
};

const fault = (code: string, status: number, message: string): Fault => ({
  kind: 'error',
  error: { code, status, message },
});

/** The words of an implicit deny (AWS docs: troubleshooting access denied; observed for both services). */
const denial = (service: ServiceName, operation: string, arn: string): string =>
  `User: ${arn} is not authorized to perform: ${service}:${operation} on resource: * because no identity-based policy allows the ${service}:${operation} action`;
