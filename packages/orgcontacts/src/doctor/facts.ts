import type { AccountId } from '../contact/account-id.ts';
import type { Result } from '../failure/failure.ts';
import type { Identity, OrganizationFacts } from '../gateway/answers.ts';
import type { PolicyLevel } from './control-policies/control-policy.ts';

/** Something that was asked, and is known or could not be read; or that nobody had a reason to ask. */
export type Fact<Value> = Result<Value> | { readonly kind: 'not-asked' };

/** An account that was looked for: with its state, where that is known, or not in the organization. */
export type Membership = { readonly kind: 'member'; readonly state: string | null } | { readonly kind: 'none' };

/** What can be found out about a caller and its organization. */
export interface Facts {
  readonly identity: Result<Identity>;
  readonly organization: Fact<OrganizationFacts>;
  /** The service principals with trusted access. */
  readonly trustedServices: Fact<readonly string[]>;
  /** The delegated administrators for Account Management. */
  readonly administrators: Fact<readonly AccountId[]>;
  /** A read in which the caller named itself: only the delegated administrator may (observed on live AWS). */
  readonly ownByName: Fact<unknown>;
  /** Whether a call that named another account has succeeded lately: then trusted access is on, whoever may not list it. */
  readonly hasReachedMember: boolean;
  /** The service control policies over the calling account; there are none over the management account. */
  readonly controlPolicies: Fact<readonly PolicyLevel[]>;
  readonly accounts: ReadonlyMap<AccountId, Result<Membership>>;
  /** How far the clock of AWS is ahead of ours, in milliseconds. */
  readonly clockSkew: number | undefined;
  readonly endpoint: string;
}

/** Nobody had a reason to ask. */
export const notAsked = { kind: 'not-asked' } as const;

/** Whether AWS says that an account belongs to no organization (AWS service model). */
export const isOutside = (fact: Fact<unknown>): boolean =>
  fact.kind === 'failed' && fact.failure.code === 'AWSOrganizationsNotInUseException';
