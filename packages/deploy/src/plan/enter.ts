import { type Caller, type Gateway, observeCaller, withManagement } from 'orgcontacts';
import type { Connection } from '../work/tools.ts';
import { required } from './read-org.ts';

/** A way into an organization, and who one is there. */
export interface Entered {
  readonly gateway: Gateway;
  readonly caller: Caller;
}

/**
 * Finds out who is calling, and joins the way to the management account where there is one. `around` is put around each of the two ways:
 * their accounts have quotas of their own.
 */
export const enter = async (connection: Connection, around: (gateway: Gateway) => Gateway): Promise<Entered> => {
  const gateway = around(connection.gateway);
  const caller = required(await observeCaller(gateway), 'Nobody can say who is calling');
  const { management } = connection;
  if (!management || caller.role === 'management') return { gateway, caller };
  return {
    gateway: withManagement(gateway, around(management), caller.managementAccountId),
    caller: { ...caller, reachesManagement: true },
  };
};
