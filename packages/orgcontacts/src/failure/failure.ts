/** How a call went wrong, in the few ways that are treated differently. */
export type FailureKind =
  | 'throttled'
  | 'denied'
  /** The credentials are no longer valid: every further call would fail alike. */
  | 'expired'
  /** Somebody stopped all writing: nothing was sent. */
  | 'paused'
  | 'missing'
  | 'conflict'
  | 'unavailable'
  | 'invalid'
  | 'other';

/** A call that did not succeed in an expected way: plain data, returned and never thrown. */
export interface Failure {
  readonly kind: FailureKind;
  /** Service and operation, as `account:GetAlternateContact`. */
  readonly operation: string;
  /** The error code as the service gave it, as `AccessDeniedException`, or the network's, as `ECONNRESET`. */
  readonly code: string;
  /** The service's own sentence. Its wording changes over time: for people to read, never to decide on alone. */
  readonly message: string;
  /** The HTTP status, where there was an answer. */
  readonly status?: number;
}

/** The outcome of a call: its value, or the failure. */
export type Result<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Wraps a value as the outcome of a call that succeeded. */
export const ok = <Value>(value: Value): Result<Value> => ({ kind: 'ok', value });

/** Wraps a failure as the outcome of a call. */
export const failed = (failure: Failure): Result<never> => ({ kind: 'failed', failure });
