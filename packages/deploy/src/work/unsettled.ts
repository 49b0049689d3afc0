import type { Org, Plan, RunRecord } from 'orgcontacts';

/**
 * How long to wait before each further look at accounts that are not as they should be yet, in seconds: a new account is listed before
 * Account Management accepts calls about it, and when it does is not documented (domain knowledge: unverified). Fifteen looks, about two
 * hours in all; after that the schedule finds whatever is left.
 */
const pauses: readonly number[] = [5, 5, 10, 15, 30, 60, 120, 300, 600, 900, 900, 900, 900, 1_200, 1_200];

/** Seconds until the look after so many looks; null when there is none. Pure. */
export const pauseAfter = (attempt: number): number | null => pauses[attempt - 1] ?? null;

/** Of the named accounts those that may become right by waiting: not listed yet, not active yet, or not readable. Pure. */
export const unsettledIn = (accounts: readonly string[], org: Org, plan: Plan): readonly string[] => {
  const states = new Map<string, string>(org.accounts.map(({ id, state }) => [id, state]));
  const unreadable = new Set<string>(
    plan.leftAlone.filter(({ kind }) => kind === 'unreadable').map(({ accountId }) => accountId),
  );
  return accounts.filter((id) => {
    const state = states.get(id);
    return state === undefined || state === 'PENDING_ACTIVATION' || unreadable.has(id);
  });
};

/** Of the named accounts those for which a write did not come through. Pure. */
export const unwrittenIn = (accounts: readonly string[], { plan, items }: RunRecord): readonly string[] => {
  const failed = plan.changes.flatMap(({ account }, item) =>
    items.get(item)?.outcome?.kind === 'failed' ? [account.id] : [],
  );
  const named = new Set<string>(failed);
  return accounts.filter((id) => named.has(id));
};
