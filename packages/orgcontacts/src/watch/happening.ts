import type { ContactType } from '../contact/contact-type.ts';
import type { SignalKind } from '../events/signal.ts';
import type { RunCounts } from '../journal/summary.ts';
import type { Breach } from '../plan/limits.ts';

/** A contact of an account, named without its values. */
export interface NamedContact {
  readonly accountId: string;
  readonly type: ContactType;
}

/** Something that a watch tells; no contact's values are in it, so that it may go into any log. */
export type Happening =
  | { readonly kind: 'started'; readonly mode: string; readonly events: string | null }
  | { readonly kind: 'event'; readonly what: SignalKind; readonly accountId: string }
  | { readonly kind: 'ignored'; readonly because: string }
  /** Their source does not answer. */
  | { readonly kind: 'events-lost'; readonly because: string }
  /** Some are gone for good: everything is looked at. */
  | { readonly kind: 'events-missed'; readonly because: string }
  | { readonly kind: 'events-back' }
  | {
      readonly kind: 'looked';
      readonly accounts: readonly string[] | 'all';
      readonly changes: number;
      readonly findings: number;
      /** Something managed could not be read, decided or reached. */
      readonly isIncomplete: boolean;
    }
  | { readonly kind: 'wrote'; readonly run: string; readonly counts: RunCounts; readonly detail: string }
  /** Other than the policy wants, and left to a person: the mode, or the mode of the assignment, says so. */
  | { readonly kind: 'reported'; readonly contacts: readonly NamedContact[] }
  | { readonly kind: 'contested'; readonly contacts: readonly NamedContact[] }
  | { readonly kind: 'refused'; readonly breaches: readonly Breach[]; readonly changes: number }
  | { readonly kind: 'later'; readonly accountId: string; readonly because: string; readonly tries: number }
  | { readonly kind: 'given-up'; readonly accountId: string; readonly because: string }
  | { readonly kind: 'paused'; readonly because: string }
  | { readonly kind: 'unpaused' }
  | { readonly kind: 'trouble'; readonly because: string }
  | { readonly kind: 'stopped' };
