import type { Caller } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import type { Breach } from '../plan/limits.ts';
import type { Plan } from '../plan/plan.ts';

/** Whether a plan may be carried out now, by this caller. */
export type Admission =
  | { readonly kind: 'admitted' }
  /** Of another organization or caller, or too old. */
  | { readonly kind: 'stale'; readonly because: string }
  /** It passes limits and was not approved. */
  | { readonly kind: 'refused'; readonly breaches: readonly Breach[] };

/** What a plan is held against before it is carried out. */
export interface AdmissionInput {
  readonly caller: Caller;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The fingerprint that the user approved, if any. */
  readonly approved: string | undefined;
}

/**
 * Decides whether a plan may be carried out. An undo names the run it undoes, which is its approval, and never expires. Pure.
 *
 * @example
 * ```ts
 * import { admit, type Caller, type Plan } from 'orgcontacts';
 *
 * const mayBegin = (plan: Plan, caller: Caller): boolean =>
 *   admit(plan, { caller, now: Date.now(), approved: undefined }).kind === 'admitted';
 * ```
 */
export const admit = (plan: Plan, { caller, now, approved }: AdmissionInput): Admission => {
  const because = staleness(plan, caller, now);
  if (because) return { kind: 'stale', because };
  const needsApproval = plan.origin.kind !== 'undo' && plan.breaches.length > 0;
  return needsApproval && approved !== plan.fingerprint
    ? { kind: 'refused', breaches: plan.breaches }
    : { kind: 'admitted' };
};

const staleness = (
  { origin, organization, callerAccountId, expiresAt }: Plan,
  caller: Caller,
  now: number,
): string | undefined => {
  if (organization.partition !== caller.partition) {
    return `it is for the partition ${organization.partition}, and the caller is in ${caller.partition}`;
  }
  if (organization.id !== caller.organizationId) {
    return `it is for the organization ${organization.id}, and the caller belongs to ${caller.organizationId}`;
  }
  if (callerAccountId !== caller.accountId) {
    return `it was made from account ${callerAccountId}, and the caller is in ${caller.accountId}, which may reach other accounts`;
  }
  const expires = origin.kind !== 'undo';
  return expires && now > Date.parse(expiresAt) ? `it expired at ${expiresAt}` : undefined;
};

/**
 * Why a list of accounts cannot be trusted to be whole; undefined when it holds the accounts that must be in it: the management account and
 * the caller's own. Pure.
 *
 * @example
 * ```ts
 * import { type Caller, holeIn, type Org } from 'orgcontacts';
 *
 * const isWhole = (org: Org, caller: Caller): boolean =>
 *   holeIn(new Set(org.accounts.map(({ id }) => id)), caller) === undefined;
 * ```
 */
export const holeIn = (ids: ReadonlySet<AccountId>, caller: Caller): string | undefined => {
  if (!ids.has(caller.managementAccountId))
    return `the management account ${caller.managementAccountId} is not in the list of accounts`;
  return ids.has(caller.accountId)
    ? undefined
    : `the calling account ${caller.accountId} is not in the list of accounts`;
};
