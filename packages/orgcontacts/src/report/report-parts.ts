import type { AccountId } from '../contact/account-id.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { Observed } from '../contact/observed.ts';
import type { Outcome } from '../journal/outcome.ts';
import type { RunCounts } from '../journal/summary.ts';
import type { UndoVerdict } from '../journal/undo-plan.ts';
import type { Change } from '../plan/change.ts';

/** How long a plan and its undo would take, in milliseconds. */
export interface Forecast {
  readonly apply: number;
  readonly undo: number;
}

/** One live contact, as `show` lists it. */
export interface ShownContact {
  readonly accountId: AccountId;
  readonly accountName: string;
  /** The unit of the account, by path or id; empty where nobody knows it. */
  readonly unit: string;
  readonly state: string;
  readonly type: ContactType;
  readonly observed: Observed | { readonly kind: 'unreachable'; readonly because: string };
}

/** What an undo makes of one item. */
export interface JudgedItem {
  readonly accountId: AccountId;
  readonly type: ContactType;
  readonly verdict: UndoVerdict;
  /** The later run of ours that wrote what is live now, if one did. */
  readonly editedBy: string | null;
}

/** One run, in short. */
export interface RunAccount {
  readonly run: string;
  readonly startedAt: string;
  readonly how: 'finished' | 'interrupted' | 'stopped' | 'killed';
  readonly detail: string;
  readonly undoOf: string | null;
  readonly reason: string | null;
  readonly callerAccountId: AccountId;
  readonly counts: RunCounts;
}

/** One item of a run and what it came to; null when it was not begun, or killed in the middle. */
export interface EndedItem {
  readonly change: Change;
  readonly outcome: Outcome | null;
}
