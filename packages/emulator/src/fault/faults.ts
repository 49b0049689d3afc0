import { z } from 'zod';
import type { Context, Input, ServiceError, ServiceName } from '../operation.ts';
import { tooMany } from '../quota/too-many.ts';
import { denials, internalErrors } from '../service-errors.ts';
import { accountOperations } from '../services/account/index.ts';
import { organizationsOperations } from '../services/organizations/index.ts';
import { stsOperations } from '../services/sts/index.ts';

const operations = new Set(
  [...accountOperations, ...organizationsOperations, ...stsOperations].map(({ name }) => name),
);

const rule = z.strictObject({
  operation: z.string().refine((name) => operations.has(name), 'the emulator has no operation of this name'),
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
type Fault = { readonly kind: 'reset' } | { readonly kind: 'error'; readonly error: ServiceError };

/** Holds the rules and counts how often each had its way. */
export interface Faults {
  strike(service: ServiceName, operation: string, context: Context): Fault | undefined;
  set(rules: readonly FaultRule[]): void;
  rules(): readonly FaultRule[];
}

/** Makes faults from rules. */
export const makeFaults = (rules: readonly FaultRule[] = []): Faults => {
  let pending = rules.map((each) => ({ ...each }));
  return {
    strike: (service, operation, context) => {
      const found = pending.find((each) => each.operation === operation && hits(each, context.input));
      if (!found) return undefined;
      if (found.times !== undefined) found.times -= 1;
      if (found.times === 0) pending = pending.filter((each) => each !== found);
      return faultOf(found.error, service, operation, context);
    },
    set: (next) => {
      pending = next.map((each) => ({ ...each }));
    },
    rules: () => pending,
  };
};

const hits = ({ account }: FaultRule, input: Input): boolean =>
  account === undefined || ['AccountId', 'ResourceId', 'ParentId', 'ChildId'].some((name) => input[name] === account);

const faultOf = (error: FaultRule['error'], service: ServiceName, operation: string, context: Context): Fault => {
  switch (error) {
    case 'ConnectionReset':
      return { kind: 'reset' };
    case 'TooManyRequests':
      return fault(tooMany[service]);
    case 'InternalServer':
      return fault({ code: internalErrors[service], status: 500, message: 'Internal error' });
    case 'ServiceUnavailable':
      return fault({ code: 'ServiceUnavailable', status: 503, message: 'Service Unavailable' });
    case 'AccessDenied':
      return fault({ ...denials[service], message: denial(service, operation, context) });
    default:
      return error satisfies never;
  }
};

const fault = (error: ServiceError): Fault => ({ kind: 'error', error });

/** The words of an implicit deny (AWS docs: troubleshooting access denied; observed for both services). */
const denial = (service: ServiceName, operation: string, context: Context): string => {
  const resource = service === 'account' ? contactResource(context) : '*';
  return `User: ${context.caller.arn} is not authorized to perform: ${service}:${operation} on resource: ${resource} because no identity-based policy allows the ${service}:${operation} action`;
};

/** In the organization context it carries the management account, whoever calls (observed on live AWS). */
const contactResource = ({ world: { organization }, caller, input }: Context): string => {
  const target = input['AccountId'];
  if (target === undefined || !organization) return `arn:aws:account::${caller.accountId}:account`;
  return `arn:aws:account::${organization.managementAccountId}:account/${organization.id}/${String(target)}`;
};
