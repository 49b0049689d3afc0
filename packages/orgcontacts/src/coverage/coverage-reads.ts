import type { ContactType } from '../contact/contact-type.ts';
import type { ContactsWanted } from '../org/contacts-wanted.ts';
import { isActive } from '../org/org.ts';
import type { AccountResolution } from '../resolve/resolution.ts';

/**
 * Says which contacts have to be read to know whom AWS calls, managed or not: all of every account that may be touched. What is excluded,
 * or may be, is never read. Pure.
 *
 * @example
 * ```ts
 * import { type AccountResolution, coverageReads } from 'orgcontacts';
 *
 * const countReads = (resolutions: readonly AccountResolution[]): number =>
 *   coverageReads(resolutions, ['SECURITY']).reduce((sum, { types }) => sum + types.length, 0);
 * ```
 */
export const coverageReads = (
  resolutions: readonly AccountResolution[],
  types: readonly ContactType[],
): readonly ContactsWanted[] =>
  resolutions
    .filter(({ account, excludedBy }) => isActive(account) && !excludedBy)
    .map(({ account, byType }) => ({
      accountId: account.id,
      types: types.filter((type) => {
        const resolution = byType[type];
        if (resolution.kind !== 'unresolved') return true;
        return resolution.reason.kind !== 'unknown-exclusion' && resolution.reason.kind !== 'unknown-filter';
      }),
    }));
