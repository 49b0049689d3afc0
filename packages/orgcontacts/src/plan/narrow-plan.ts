import type { Change } from './change.ts';
import { fingerprint } from './fingerprint.ts';
import type { Breach } from './limits.ts';
import type { Plan } from './plan.ts';

/**
 * A plan of some of the changes of another, with its own fingerprint, and the limits that these pass: they are the caller's to count, since
 * only it knows what belongs together. Pure.
 *
 * @example
 * ```ts
 * import { narrowPlan, type Plan } from 'orgcontacts';
 *
 * const createsOnly = (plan: Plan): Plan =>
 *   narrowPlan(
 *     plan,
 *     plan.changes.filter(({ kind }) => kind === 'create'),
 *     [],
 *   );
 * ```
 */
export const narrowPlan = (plan: Plan, changes: readonly Change[], breaches: readonly Breach[]): Plan => ({
  ...plan,
  changes,
  breaches,
  fingerprint: fingerprint({ ...plan, changes }),
});
