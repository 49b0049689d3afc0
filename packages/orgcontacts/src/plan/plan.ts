import type { AccountId } from '../contact/account-id.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { Change, Finding, LeftAlone } from './change.ts';
import type { Breach, Scope } from './limits.ts';

/** What a plan was made from. */
export type Origin =
  | { readonly kind: 'policy'; readonly file: string; readonly hash: string }
  /** One command line without a policy file, as `set SECURITY`. */
  | { readonly kind: 'command'; readonly what: string }
  | { readonly kind: 'undo'; readonly run: string };

/** What would change, in order, with before and after: plain data, and the only thing that apply carries out. */
export interface Plan {
  readonly format: 'orgcontacts/plan';
  readonly version: 1;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly origin: Origin;
  readonly organization: {
    readonly id: string;
    readonly partition: string;
    readonly managementAccountId: AccountId;
  };
  /** The account that the plan was made from: what it reaches, another account may not. */
  readonly callerAccountId: AccountId;
  readonly types: readonly ContactType[];
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
  readonly leftAlone: readonly LeftAlone[];
  /** How many contacts are as wanted already. */
  readonly keeps: number;
  readonly scope: Scope;
  readonly breaches: readonly Breach[];
  /** Names exactly this list of changes for this organization and caller. */
  readonly fingerprint: string;
}

/**
 * Whether something managed could not be read, resolved or reached: then nobody may call the organization in sync. Pure.
 *
 * @example
 * ```ts
 * import { isIncomplete, type Plan } from 'orgcontacts';
 *
 * const isInSync = (plan: Plan): boolean =>
 *   plan.changes.length === 0 && plan.findings.length === 0 && !isIncomplete(plan);
 * ```
 */
export const isIncomplete = (plan: Plan): boolean =>
  plan.leftAlone.some(({ kind }) => kind === 'unreachable' || kind === 'unresolved' || kind === 'unreadable');
