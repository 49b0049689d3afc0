import type { AccountId } from '../contact/account-id.ts';

/** One page of a list; AWS may send an empty page with a token, so only a missing `next` ends the list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/** Who is calling. */
export interface Identity {
  readonly accountId: AccountId;
  readonly arn: string;
}

/** What an organization says of itself. */
export interface OrganizationFacts {
  readonly id: string;
  readonly managementAccountId: AccountId;
  /** `ALL` or `CONSOLIDATED_BILLING`. */
  readonly featureSet: string;
}

/** An account as the organization lists it. */
export interface ListedAccount {
  readonly id: AccountId;
  readonly name: string;
  readonly email: string;
  /** AWS's State, or Status where State is missing, or `UNKNOWN`. */
  readonly state: string;
  /** Ids from the organization down to the account's unit, where AWS gives `Paths`. */
  readonly unitIds?: readonly string[];
}

/** A unit as the organization lists it. */
export interface ListedUnit {
  readonly id: string;
  readonly name: string;
}
