import type { Failure } from '../failure/failure.ts';
import type { Target } from '../org/target.ts';
import type { FindingCode } from './finding-codes.ts';

/** A call to Account Management that was denied. */
export interface Denial {
  readonly target: Target;
  readonly failure: Failure;
  /** The contact type that was asked for, where it is known. */
  readonly type?: string;
}

/** Why a call was denied, as far as the facts say. */
export interface Cause {
  readonly code: FindingCode;
  /** What was found. */
  readonly fact: string;
  readonly message: string;
  /** The command that mends it; null where there is none. */
  readonly fix: string | null;
  /** What would decide, where it cannot be told; null where it could. */
  readonly would: string | null;
  /** Whether every call of the kind would be denied alike, whatever account it is about. */
  readonly hitsEverything: boolean;
}
