import type { ConditionKeys } from './holds.ts';
import type { PolicyDocument } from './policy-document.ts';

/** What somebody wants to do: an action, as `account:GetAlternateContact`, on the ARN of a resource. */
export interface AccessRequest {
  readonly action: string;
  readonly resource: string;
  readonly keys: ConditionKeys;
}

/** The policies that have a say about a request. */
export interface Policies {
  readonly identity: readonly PolicyDocument[];
  /** What is attached at each level from the root down to the account; missing where none apply, as in the management account. */
  readonly serviceControl?: readonly (readonly PolicyDocument[])[];
  readonly boundary?: PolicyDocument;
  readonly session?: readonly PolicyDocument[];
}
