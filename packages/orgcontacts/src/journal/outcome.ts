import type { Failure } from '../failure/failure.ts';

/** Why an item was not written. */
export const skipReasons = ['moved-since-plan', 'changed-since-plan', 'value-refused', 'unreachable'] as const;

/** Why what was written was not seen: it did not show, somebody overwrote it, it could not be read, or nobody waited for it. */
export const unconfirmedReasons = ['not-shown', 'overwritten', 'unreadable', 'interrupted'] as const;

/** Why what was written is not confirmed. */
export type UnconfirmedReason = (typeof unconfirmedReasons)[number];

/** How an item ended. `already` means that it was as wanted before anything was sent. */
export type Outcome =
  | { readonly kind: 'done'; readonly how: 'written' | 'already' }
  | { readonly kind: 'unconfirmed'; readonly why: UnconfirmedReason; readonly detail: string }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'skipped'; readonly why: (typeof skipReasons)[number]; readonly detail: string };

/** How an item ended, as the journal keeps it. */
export type OutcomeEntry = Outcome & { readonly at: string; readonly item: number };
