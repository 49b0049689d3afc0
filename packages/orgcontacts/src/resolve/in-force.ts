import type { ContactType } from '../contact/contact-type.ts';
import { unitOf } from '../org/org.ts';
import type { Assignment, Policy } from '../policy/policy.ts';
import { type AccountResolution, isTouched } from './resolution.ts';

/** Where one assignment decides about a contact type. */
export interface InForce {
  readonly assignment: Assignment;
  /** In how many accounts it wins. */
  readonly accounts: number;
  /** The units of those accounts, by path or id, the one with most of them first. */
  readonly units: readonly string[];
}

/** Which assignments decide about a contact type, and in how many accounts none does. */
export interface TypeInForce {
  readonly type: ContactType;
  /** Every assignment that names the type, in the order of the file. */
  readonly assignments: readonly InForce[];
  /** Accounts for which no assignment names the type. */
  readonly unnamed: number;
  readonly unresolved: number;
}

/**
 * Says for one contact type which assignments are in force where; accounts that are excluded or not ACTIVE do not count. Pure.
 *
 * @example
 * ```ts
 * import { inForce, type Org, type Policy, resolve } from 'orgcontacts';
 *
 * const idleLines = (policy: Policy, org: Org): readonly number[] =>
 *   inForce(policy, resolve(policy, org), 'SECURITY')
 *     .assignments.filter(({ accounts }) => accounts === 0)
 *     .map(({ assignment }) => assignment.place.line);
 * ```
 */
export const inForce = (policy: Policy, resolutions: readonly AccountResolution[], type: ContactType): TypeInForce => {
  const counted = resolutions.filter(isTouched);
  const unitsOf = new Map<Assignment, string[]>();
  let unnamed = 0;
  let unresolved = 0;
  for (const { account, byType } of counted) {
    const resolution = byType[type];
    const unit = unitOf(account);
    if (resolution.kind === 'unresolved') unresolved++;
    else if (!resolution.winner) unnamed++;
    else {
      const units = unitsOf.get(resolution.winner) ?? [];
      units.push(unit?.path ?? unit?.id ?? 'a unit that could not be read');
      unitsOf.set(resolution.winner, units);
    }
  }
  const assignments = policy.assignments
    .filter(({ wants }) => wants[type] !== undefined)
    .map((assignment) => {
      const units = unitsOf.get(assignment) ?? [];
      return { assignment, accounts: units.length, units: byCount(units) };
    });
  return { type, assignments, unnamed, unresolved };
};

const byCount = (values: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
    .map(([value]) => value);
};
