import type { AccountId } from '../../contact/account-id.ts';
import type { Gateway } from '../gateway.ts';
import { type MemoryCall, makeAnswer, type Weather } from './answer.ts';
import { memoryContacts } from './contacts.ts';
import { memoryIdentity } from './identity.ts';
import type { MemoryWorld } from './memory-world.ts';
import { memoryOrganization } from './organization.ts';

/** A gateway to a world in memory, and the log of the calls it answered. */
export interface MemoryGateway extends Gateway {
  readonly calls: readonly MemoryCall[];
}

/** Makes a gateway to a world in memory, called by one of its accounts: for tests and for simulations of long runs. */
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
    ...memoryIdentity(callerAccountId, answer),
  };
};
