import type { AccountId } from '../contact/account-id.ts';
import { ok } from '../failure/failure.ts';
import type { OrganizationGateway } from '../gateway/gateway.ts';
import { type Org, unitOf } from '../org/org.ts';
import type { AccountNow, ApplyInput } from './apply-plan.ts';

/**
 * The accounts of an organization that was read just before a run, as the run compares them with its plan. Pure.
 *
 * @example
 * ```ts
 * import { accountsNow, type Caller, type Gateway, observeOrg } from 'orgcontacts';
 *
 * const listAgain = async (gateway: Gateway, caller: Caller) => {
 *   const org = await observeOrg(gateway, caller, { tags: false, units: [] });
 *   return org.kind === 'ok' ? accountsNow(org.value) : undefined;
 * };
 * ```
 */
export const accountsNow = (org: Org): ReadonlyMap<AccountId, AccountNow> =>
  new Map(org.accounts.map((account) => [account.id, { state: account.state, unit: unitOf(account)?.id ?? null }]));

/**
 * Makes the function by which a run looks at one account again, in one call. It gives the failure of that call, and never throws.
 *
 * @example
 * ```ts
 * import { type AccountId, type Gateway, lookAgainThrough } from 'orgcontacts';
 *
 * const isThere = async (gateway: Gateway, id: AccountId): Promise<boolean> => {
 *   const looked = await lookAgainThrough(gateway)(id);
 *   return looked.kind === 'ok' && looked.value !== undefined;
 * };
 * ```
 */
export const lookAgainThrough =
  (gateway: Pick<OrganizationGateway, 'describeAccount'>): ApplyInput['lookAgain'] =>
  async (id) => {
    const described = await gateway.describeAccount(id);
    if (described.kind === 'failed') return described;
    const { value } = described;
    return ok(value && { state: value.state, unit: value.unitIds?.at(-1) ?? null });
  };
