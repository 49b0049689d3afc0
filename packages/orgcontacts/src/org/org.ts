import type { AccountId } from '../contact/account-id.ts';
import type { Known, Subject, UnitStep } from '../selector/subject.ts';

/** An account as the organization lists it; also what a selector looks at. */
export interface OrgAccount extends Subject {
  readonly email: string;
  /** AWS's State, or its predecessor Status where State is missing, or `UNKNOWN`. Only `ACTIVE` accounts are touched. */
  readonly state: string;
}

/** The organization as it was read once: frozen, with what could not be read marked as such. */
export interface Org {
  readonly id: string;
  readonly partition: string;
  readonly managementAccountId: AccountId;
  /** Sorted by id. */
  readonly accounts: readonly OrgAccount[];
  /** The units as far as they were asked for; unreadable when a part of the tree that was asked for could not be read. */
  readonly units: Known<readonly UnitStep[]>;
}

/**
 * Whether AWS lets an account be used; State has five values and only one of them is usable.
 *
 * @example
 * ```ts
 * import { isActive, type Org } from 'orgcontacts';
 *
 * const countActive = ({ accounts }: Org): number => accounts.filter(isActive).length;
 * ```
 */
export const isActive = (account: OrgAccount): boolean => account.state === 'ACTIVE';

/**
 * The unit that an account is in; undefined when that could not be read.
 *
 * @example
 * ```ts
 * import { type OrgAccount, unitOf } from 'orgcontacts';
 *
 * const whereIs = (account: OrgAccount): string => unitOf(account)?.path ?? 'a unit of which the name was not read';
 * ```
 */
export const unitOf = (account: OrgAccount): UnitStep | undefined =>
  account.units.kind === 'known' ? account.units.value.at(-1) : undefined;
