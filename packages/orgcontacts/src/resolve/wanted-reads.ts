import type { ContactType } from '../contact/contact-type.ts';
import type { ContactsWanted } from '../org/contacts-wanted.ts';
import { type AccountResolution, isTouched } from './resolution.ts';

/**
 * Says which contacts have to be read for a plan: only what is managed, and only in accounts that may be touched. Pure.
 *
 * @example
 * ```ts
 * import { type AccountResolution, type Policy, typesNamedBy, wantedReads } from 'orgcontacts';
 *
 * const countReads = (policy: Policy, resolutions: readonly AccountResolution[]): number =>
 *   wantedReads(resolutions, typesNamedBy(policy)).reduce((sum, { types }) => sum + types.length, 0);
 * ```
 */
export const wantedReads = (
  resolutions: readonly AccountResolution[],
  types: readonly ContactType[],
): readonly ContactsWanted[] =>
  resolutions.filter(isTouched).map(({ account, byType }) => ({
    accountId: account.id,
    types: types.filter((type) => byType[type].kind === 'contact' || byType[type].kind === 'absent'),
  }));
