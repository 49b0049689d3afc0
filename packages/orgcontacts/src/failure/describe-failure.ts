import type { Failure } from './failure.ts';

/**
 * Says a failure in one line: operation, code, status and the service's own sentence. Pure.
 *
 * @example
 * ```ts
 * import { describeFailure, type Gateway } from 'orgcontacts';
 *
 * const whoCalls = async (gateway: Gateway): Promise<string> => {
 *   const identity = await gateway.getCallerIdentity();
 *   return identity.kind === 'ok' ? identity.value.arn : describeFailure(identity.failure);
 * };
 * ```
 */
export const describeFailure = ({ operation, code, status, message }: Failure): string =>
  `${operation}: ${code}${status === undefined ? '' : ` (HTTP ${status})`}: ${message}`;
