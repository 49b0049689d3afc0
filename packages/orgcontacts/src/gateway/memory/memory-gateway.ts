import type { AccountId } from '../../contact/account-id.ts';
import type { Gateway } from '../gateway.ts';
import { type MemoryCall, makeAnswer, type Weather } from './answer.ts';
import { memoryContacts } from './contacts.ts';
import { memoryControlPolicies } from './control-policies.ts';
import { memoryDelegation } from './delegation.ts';
import { memoryIdentity } from './identity.ts';
import type { MemoryWorld } from './memory-world.ts';
import { memoryOrganization } from './organization.ts';

/** A gateway to a world in memory, and the log of the calls it answered. */
export interface MemoryGateway extends Gateway {
  readonly calls: readonly MemoryCall[];
}

/**
 * Makes a gateway to a world in memory, called by one of its accounts: for tests and for simulations of long runs. It refuses what AWS
 * refuses of contexts and fields; `weather` adds waits, quotas and failures.
 *
 * @example
 * ```ts
 * import type { AccountId } from 'orgcontacts';
 * import { makeMemoryGateway, type MemoryGateway, type MemoryWorld } from 'orgcontacts/memory';
 *
 * const denied = { kind: 'denied', operation: 'account:GetAlternateContact', code: 'AccessDeniedException', message: 'no' } as const;
 * const deniedIn = (world: MemoryWorld, id: AccountId): MemoryGateway =>
 *   makeMemoryGateway(world, world.managementAccountId, {
 *     fail: (operation, subject) => (operation === denied.operation && subject === id ? denied : undefined),
 *   });
 * ```
 */
export const makeMemoryGateway = (
  world: MemoryWorld,
  callerAccountId: AccountId,
  weather: Weather = {},
): MemoryGateway => {
  const { answer, calls } = makeAnswer(weather);
  return {
    endpoint: 'memory',
    calls,
    ...memoryContacts(world, answer),
    ...memoryOrganization(world, answer),
    ...memoryDelegation(world, answer),
    ...memoryControlPolicies(world, answer),
    ...memoryIdentity(callerAccountId, answer),
  };
};
