import type { Caller } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import { ok, type Result } from '../failure/failure.ts';
import type { ListedAccount } from '../gateway/answers.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Org } from '../org/org.ts';
import { isUnitId } from '../org/unit-path.ts';
import { completeOrg, type ObserveOrgOptions } from './observe-org.ts';
import { runAll } from './run-all.ts';

const atOnce = 16;

/**
 * Reads some accounts of the organization, one call each, with their state, place and tags as `observeOrg` does: for whoever was told that
 * something happened to them. Accounts that are not in the organization are missing from the answer. Fails as the first call that fails.
 *
 * @example
 * ```ts
 * import { type AccountId, type Caller, type Gateway, needsOf, observeAccounts, type Policy } from 'orgcontacts';
 *
 * const look = (gateway: Gateway, caller: Caller, policy: Policy, id: AccountId) =>
 *   observeAccounts(gateway, caller, [id], needsOf(policy));
 * ```
 */
export const observeAccounts = async (
  gateway: Gateway,
  caller: Caller,
  ids: readonly AccountId[],
  options: ObserveOrgOptions,
): Promise<Result<Org>> => {
  const described = await runAll(ids, atOnce, (id) => gateway.describeAccount(id));
  const found: ListedAccount[] = [];
  for (const each of described) {
    if (each.kind === 'failed') return each;
    if (each.value) found.push(each.value);
  }
  return found.length === 0 ? ok(emptyOrg(caller)) : completeOrg(gateway, caller, found, withoutIds(options));
};

/** The way of an account has the ids of its units: one that is not on it need not be searched for in the whole tree. */
const withoutIds = (options: ObserveOrgOptions): ObserveOrgOptions => {
  const { units = 'all' } = options;
  return { ...options, units: units === 'all' ? units : units.filter((name) => !isUnitId(name)) };
};

const emptyOrg = ({ organizationId, partition, managementAccountId }: Caller): Org => ({
  id: organizationId,
  partition,
  managementAccountId,
  accounts: [],
  units: { kind: 'known', value: [] },
});
