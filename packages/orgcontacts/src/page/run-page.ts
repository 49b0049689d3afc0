import type { Contact } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { Outcome } from '../journal/outcome.ts';
import type { RunCounts } from '../journal/summary.ts';
import type { Change } from '../plan/change.ts';

/** A run in short. */
export interface ShownRun {
  readonly run: string;
  readonly startedAt: string;
  readonly how: 'running' | 'finished' | 'interrupted' | 'stopped' | 'killed';
  readonly detail: string;
  readonly undoOf: string | null;
  readonly reason: string | null;
  readonly callerAccountId: string;
  readonly fingerprint: string;
  readonly counts: RunCounts;
}

/** A run with its items. */
export interface RunPage {
  readonly run: ShownRun;
  readonly items: readonly ShownItem[];
}

/** The runs that were kept, the newest first, and those that cannot be used. */
export interface RunList {
  readonly runs: readonly ShownRun[];
  readonly unusable: readonly { readonly run: string; readonly because: string }[];
}

/** One change of a run, and what it came to. */
export interface ShownItem {
  readonly accountId: string;
  readonly accountName: string;
  readonly type: ContactType;
  readonly kind: Change['kind'];
  readonly before: Contact | null;
  readonly after: Contact | null;
  readonly outcome: ItemState;
  /** What else there is to say; empty for nothing. */
  readonly detail: string;
}

/** What became of an item so far. */
export type ItemState = Outcome['kind'] | 'already' | 'writing' | 'waiting';
