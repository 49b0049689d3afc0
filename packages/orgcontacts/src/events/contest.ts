import { createHash } from 'node:crypto';
import type { AccountId } from '../contact/account-id.ts';
import { contactKey } from '../contact/same-contact.ts';
import type { Change } from '../plan/change.ts';
import { recentWrites } from './recent-writes.ts';
import type { WatchState } from './watch-state.ts';

/** So many times within 24 hours a contact is put right; who changes it again means it. Own choice. */
const enough = 2;

/** Names a contact of an account. */
export const contestKey = ({ account, type }: Pick<Change, 'account' | 'type'>): string => `${account.id} ${type}`;

/** Names the value that a change wants in 16 hexadecimal digits of SHA-256: enough to know it again. */
export const hashWanted = ({ after }: Pick<Change, 'after'>): string =>
  createHash('sha256')
    .update(after === null ? 'absent' : contactKey(after))
    .digest('hex')
    .slice(0, 16);

/**
 * Whether a change would be the third in 24 hours to put the same contact right: somebody else keeps changing it. A contact
 * stays contested until it was seen as it is wanted, or another value is. `now` is in milliseconds since the epoch. Pure.
 *
 * @example
 * ```ts
 * import { isContested, type Plan, type WatchState } from 'orgcontacts';
 *
 * const countContested = (state: WatchState, plan: Plan): number =>
 *   plan.changes.filter((change) => isContested(state, change, Date.now())).length;
 * ```
 */
export const isContested = (state: WatchState, change: Change, now: number): boolean => {
  const value = hashWanted(change);
  if (state.contested[contestKey(change)]?.value === value) return true;
  const mine = recentWrites(state, now)
    .filter(({ accountId, type }) => accountId === change.account.id && type === change.type)
    .slice(-enough);
  // Only if nothing else was wanted in between: an account that moves to and fro is nobody's quarrel.
  return mine.length === enough && mine.every((each) => each.isRestore && each.value === value);
};

/** What a look says about contests. */
export interface ContestsSeen {
  readonly contested: readonly Change[];
  /** The accounts of which every managed contact was read. */
  readonly accounts: ReadonlySet<AccountId>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Takes note of contests: new ones begin, and those of accounts that were looked at end where the contact is as wanted, or another value is
 * wanted now. Pure.
 *
 * @example
 * ```ts
 * import { type AccountId, noteContests, type WatchState, type WeighedPlan } from 'orgcontacts';
 *
 * const after = (state: WatchState, { contested }: WeighedPlan, accounts: ReadonlySet<AccountId>): WatchState =>
 *   noteContests(state, { contested, accounts, now: Date.now() });
 * ```
 */
export const noteContests = (state: WatchState, { contested, accounts, now }: ContestsSeen): WatchState => {
  const looked: ReadonlySet<string> = accounts;
  const left = Object.entries(state.contested).filter(([key]) => !looked.has(key.split(' ')[0] ?? ''));
  const found = contested.map((change) => {
    const key = contestKey(change);
    return [key, { at: state.contested[key]?.at ?? now, value: hashWanted(change) }] as const;
  });
  return { ...state, contested: Object.fromEntries([...left, ...found]) };
};
