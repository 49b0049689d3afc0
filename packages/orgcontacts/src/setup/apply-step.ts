import { accountService } from '../caller/caller.ts';
import { ok, type Result } from '../failure/failure.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { SetupStep } from './plan-setup.ts';

/** AWS's word for an account that is the administrator already (AWS service model). */
const registeredAlready = 'AccountAlreadyRegisteredException';

/** Carries out one step; what somebody else did meanwhile is as good as done. */
export const applyStep = async (gateway: Gateway, { accountId }: SetupStep): Promise<Result<undefined>> => {
  if (accountId === null) return gateway.enableTrustedAccess(accountService);
  const registered = await gateway.registerDelegatedAdministrator(accountId, accountService);
  return registered.kind === 'failed' && registered.failure.code === registeredAlready ? ok(undefined) : registered;
};
