import type { Failure } from '../failure/failure.ts';

/** Why an item was not written. */
export const skipReasons = ['moved-since-plan', 'changed-since-plan', 'value-refused', 'unreachable'] as const;

export type SkipReason = (typeof skipReasons)[number];

/** How an item ended. `already` means that it was as wanted before anything was sent. */
export type Outcome =
  | { readonly kind: 'done'; readonly how: 'written' | 'already' }
  | { readonly kind: 'unconfirmed'; readonly detail: string }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'skipped'; readonly why: SkipReason; readonly detail: string };

export type OutcomeEntry = Outcome & { readonly at: string; readonly item: number };
