import { accountService } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import { ok, type Result } from '../failure/failure.ts';
import type { OrganizationFacts } from '../gateway/answers.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { listAll } from '../gateway/list-all.ts';
import { observeControlPolicies } from './control-policies/observe-control-policies.ts';
import { type Facts, type Membership, notAsked } from './facts.ts';

/** What is known already, and what to look for besides. */
export interface FactsWanted {
  /** Accounts that the organization listed, with their state where it is known. */
  readonly listed?: ReadonlyMap<AccountId, string | null>;
  /** Accounts to be looked for, unless they were listed. */
  readonly described?: readonly AccountId[];
  /** Whether a call that named another account has succeeded just now. */
  readonly hasReachedMember?: boolean;
  /** Asks also for what no cause of a denial depends on. */
  readonly isWhole?: boolean;
}

/**
 * Asks who is calling and what the organization allows, each fact by itself, so that one that cannot be read hides no other: three calls
 * from the management account, and more from another caller, whose service control policies are read too. Nothing is written.
 */
export const observeFacts = async (
  gateway: Gateway,
  { listed = new Map(), described = [], hasReachedMember = false, isWhole = false }: FactsWanted = {},
): Promise<Facts> => {
  const identity = await gateway.getCallerIdentity();
  const organization = identity.kind === 'ok' ? await gateway.describeOrganization() : notAsked;
  const caller = identity.kind === 'ok' && organization.kind === 'ok' ? identity.value.accountId : undefined;
  const delegation =
    caller !== undefined && organization.kind === 'ok'
      ? await observeDelegation(gateway, caller, organization.value, isWhole)
      : { trustedServices: notAsked, administrators: notAsked, ownByName: notAsked, controlPolicies: notAsked };
  const known = new Map<AccountId, Result<Membership>>(
    [...listed].map(([id, state]) => [id, ok<Membership>({ kind: 'member', state })]),
  );
  if (caller !== undefined) {
    if (!known.has(caller)) known.set(caller, ok({ kind: 'member', state: null }));
    for (const id of described) if (!known.has(id)) known.set(id, await observeMembership(gateway, id));
  }
  return {
    identity,
    organization,
    ...delegation,
    hasReachedMember,
    accounts: known,
    clockSkew: gateway.clockSkew?.(),
    endpoint: gateway.endpoint,
  };
};

type Delegation = Pick<Facts, 'trustedServices' | 'administrators' | 'ownByName' | 'controlPolicies'>;

const observeDelegation = async (
  gateway: Gateway,
  caller: AccountId,
  { managementAccountId }: OrganizationFacts,
  isWhole: boolean,
): Promise<Delegation> => {
  const trustedServices = await listAll(gateway.listTrustedServices);
  const isManagement = caller === managementAccountId;
  const administrators =
    isManagement && !isWhole
      ? notAsked
      : await listAll((token) => gateway.listDelegatedAdministrators(accountService, token));
  if (isManagement) return { trustedServices, administrators, ownByName: notAsked, controlPolicies: notAsked };
  const ownByName =
    administrators.kind === 'ok'
      ? notAsked
      : await gateway.getContact({ context: 'organization', accountId: caller }, 'SECURITY');
  return {
    trustedServices,
    administrators,
    ownByName,
    controlPolicies: await observeControlPolicies(gateway, caller),
  };
};

/** Looks for an account in the organization. */
export const observeMembership = async (gateway: Gateway, id: AccountId): Promise<Result<Membership>> => {
  const described = await gateway.describeAccount(id);
  if (described.kind === 'failed') return described;
  return ok(described.value ? { kind: 'member', state: described.value.state } : { kind: 'none' });
};
