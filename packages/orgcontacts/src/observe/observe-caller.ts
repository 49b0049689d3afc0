import { accountService, type Caller, makeCaller } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import { ok, type Result } from '../failure/failure.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { listAll } from '../gateway/list-all.ts';

/**
 * Asks AWS who is calling and what that account is to its organization: two calls, and a third from an account that is not the management
 * account. Fails as the first call that fails; never throws.
 *
 * @example
 * ```ts
 * import { type Caller, describeFailure, type Gateway, observeCaller } from 'orgcontacts';
 *
 * const requireCaller = async (gateway: Gateway): Promise<Caller> => {
 *   const caller = await observeCaller(gateway);
 *   if (caller.kind === 'failed') throw new Error(describeFailure(caller.failure));
 *   return caller.value;
 * };
 * ```
 */
export const observeCaller = async (gateway: Gateway): Promise<Result<Caller>> => {
  const identity = await gateway.getCallerIdentity();
  if (identity.kind === 'failed') return identity;
  const organization = await gateway.describeOrganization();
  if (organization.kind === 'failed') return organization;
  const { accountId, arn } = identity.value;
  const { id: organizationId, managementAccountId } = organization.value;
  const administrators =
    accountId === managementAccountId ? ok<readonly AccountId[]>([]) : await listAdministrators(gateway);
  if (administrators.kind === 'failed') return administrators;
  return ok(
    makeCaller({ accountId, arn, organizationId, managementAccountId, delegatedAdministrators: administrators.value }),
  );
};

/** An ordinary member may not list the delegated administrators (AWS docs); whoever may not list them is none of them. */
const listAdministrators = async (gateway: Gateway): Promise<Result<readonly AccountId[]>> => {
  const listed = await listAll((token) => gateway.listDelegatedAdministrators(accountService, token));
  return listed.kind === 'failed' && listed.failure.kind === 'denied' ? ok([]) : listed;
};
