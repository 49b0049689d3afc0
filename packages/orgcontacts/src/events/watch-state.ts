import type { AccountId } from '../contact/account-id.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { Change } from '../plan/change.ts';
import type { Scope } from '../plan/limits.ts';
import type { SignalKind } from './signal.ts';

/** An account that somebody has to look at. */
export interface Waiting {
  /** When the first of its signals was noted, and when it is to be looked at, in milliseconds since the epoch. */
  readonly since: number;
  readonly due: number;
  /** How many signals were noted: a look that began before the last of them does not count as one after it. */
  readonly signals: number;
  /** How often it was looked at in vain. */
  readonly tries: number;
  /** What happened to it, and when that last happened. */
  readonly because: Readonly<Partial<Record<SignalKind, number>>>;
}

/** A write of ours, as long as it matters. Contacts are personal data: of what was written only a hash is kept. */
export interface WriteNote {
  readonly at: number;
  readonly accountId: AccountId;
  readonly type: ContactType;
  readonly kind: Change['kind'];
  readonly value: string;
  /** Nothing but somebody's edit explained it: no new policy, and no new place of the account. */
  readonly isRestore: boolean;
  readonly run: string;
}

/** A contact over which somebody and we disagree: it is not written any more. */
export interface Contest {
  readonly at: number;
  /** A hash of what we want it to be. */
  readonly value: string;
}

/** Everything that keeping an organization in line has to remember: plain data, the same in a file, in S3 and in memory. */
export interface WatchState {
  readonly format: 'orgcontacts/watch';
  readonly version: 1;
  /** Ids of events that were noted, with the time of that. */
  readonly seen: Readonly<Record<string, number>>;
  readonly waiting: Readonly<Record<string, Waiting>>;
  /** Our writes of the last 24 hours, the oldest first. */
  readonly written: readonly WriteNote[];
  /** By account and type, as `444455556666 SECURITY`. */
  readonly contested: Readonly<Record<string, Contest>>;
  /** What the last look at everything found: limits are measured against it. */
  readonly scope: Scope | null;
  /** The hash of the policy that it was held against. */
  readonly policy: string | null;
  /** When everything was last looked at; null before the first time. */
  readonly swept: number | null;
  /** Up to where the stream of events was read; null where there is no telling. */
  readonly cursor: string | null;
}

/**
 * What is remembered at first: nothing. Everything is looked at once before long.
 *
 * @example
 * ```ts
 * import { decide, newWatchState, watchPace } from 'orgcontacts';
 *
 * const { sweep } = decide(newWatchState, Date.now(), watchPace); // true
 * ```
 */
export const newWatchState: WatchState = {
  format: 'orgcontacts/watch',
  version: 1,
  seen: {},
  waiting: {},
  written: [],
  contested: {},
  scope: null,
  policy: null,
  swept: null,
  cursor: null,
};
