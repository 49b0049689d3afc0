import { reach } from '../caller/reach.ts';
import type { AccountId } from '../contact/account-id.ts';
import type { Result } from '../failure/failure.ts';
import type { ListedAccount } from '../gateway/answers.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Target } from '../org/target.ts';
import type { PolicyLevel } from './control-policies/control-policy.ts';
import { observeControlPolicies } from './control-policies/observe-control-policies.ts';
import { type Fact, type Facts, type Membership, notAsked } from './facts.ts';
import { observeMembership } from './observe-facts.ts';
import { callerOf } from './role-of.ts';

/** A read of one contact that was tried, in the context in which it should work. */
export interface Probe {
  readonly target: Target;
  readonly result: Result<unknown>;
}

/** What was tried, besides asking for facts. */
export interface Probes {
  /** Null where the caller is not known. */
  readonly own: Probe | null;
  /** Null where there is no other account, or none in reach. */
  readonly member: (Probe & { readonly membership: Result<Membership> }) | null;
  /** The service control policies over that member. */
  readonly memberPolicies: Fact<readonly PolicyLevel[]>;
  /** The reads of Organizations that plans make, where the caller may make them at all. */
  readonly reads: readonly {
    readonly operation: string;
    readonly result: Result<unknown>;
    readonly isAlwaysNeeded: boolean;
  }[];
}

/** Tries one read of a contact of the calling account, one of another account, and the reads of Organizations. Nothing is written. */
export const observeProbes = async (gateway: Gateway, facts: Facts, wanted?: AccountId): Promise<Probes> => {
  if (facts.identity.kind === 'failed') return { own: null, member: null, memberPolicies: notAsked, reads: [] };
  const { accountId } = facts.identity.value;
  const caller = callerOf(facts);
  const seesOthers = caller !== undefined && caller.role !== 'member';
  const page = seesOthers ? await gateway.listAccounts() : undefined;
  const own = await probeAt(gateway, targetIn(facts, accountId));
  const other =
    wanted ?? (page?.kind === 'ok' ? pick(page.value.items, [accountId, caller?.managementAccountId]) : undefined);
  const member =
    other === undefined || other === accountId
      ? null
      : { ...(await probeAt(gateway, targetIn(facts, other))), membership: await observeMembership(gateway, other) };
  return {
    own,
    member,
    memberPolicies: member && seesOthers ? await observeControlPolicies(gateway, member.target.accountId) : notAsked,
    reads: page ? await observeReads(gateway, page, accountId) : [],
  };
};

/** In the context in which the caller reaches the account; one that it does not reach is named, so that AWS says no. */
const targetIn = (facts: Facts, accountId: AccountId): Target => {
  const caller = callerOf(facts);
  const reached = caller && reach(caller, accountId);
  if (reached?.kind === 'reachable') return reached.target;
  const isOwn = facts.identity.kind === 'ok' && facts.identity.value.accountId === accountId;
  return { context: isOwn ? 'standalone' : 'organization', accountId };
};

const probeAt = async (gateway: Gateway, target: Target): Promise<Probe> => ({
  target,
  result: await gateway.getContact(target, 'SECURITY'),
});

/** A member like any other: ACTIVE, and none of those. */
const pick = (accounts: readonly ListedAccount[], none: readonly (AccountId | undefined)[]): AccountId | undefined =>
  accounts.find(({ id, state }) => state === 'ACTIVE' && !none.includes(id))?.id;

type Listed = Awaited<ReturnType<Gateway['listAccounts']>>;

const observeReads = async (gateway: Gateway, listed: Listed, own: AccountId): Promise<Probes['reads']> => {
  const root = listed.kind === 'ok' ? listed.value.items.find(({ unitIds }) => unitIds?.[0])?.unitIds?.[0] : undefined;
  return [
    { operation: 'organizations:ListAccounts', result: listed, isAlwaysNeeded: true },
    ...(root === undefined
      ? []
      : [
          {
            operation: 'organizations:ListOrganizationalUnitsForParent',
            result: await gateway.listUnits(root),
            isAlwaysNeeded: false,
          },
        ]),
    { operation: 'organizations:ListTagsForResource', result: await gateway.listTags(own), isAlwaysNeeded: false },
  ];
};
