import { type Diagnostic, makeDiagnostic, type Place } from '../diagnostic/diagnostic.ts';
import type { Org } from '../org/org.ts';
import { unitsNamed } from '../org/unit-path.ts';
import type { Policy } from '../policy/policy.ts';
import { conditionsIn, type Selector } from '../selector/selector.ts';
import type { UnitStep } from '../selector/subject.ts';

/**
 * Finds units that the policy names and the organization does not have, or has twice: they stop a plan. Pure.
 *
 * @example
 * ```ts
 * import { checkUnits, type Org, type Policy } from 'orgcontacts';
 *
 * const requireUnits = (policy: Policy, org: Org): void => {
 *   const [first] = checkUnits(policy, org);
 *   if (first) throw new Error(`${first.message} ${first.help}`);
 * };
 * ```
 */
export const checkUnits = (policy: Policy, org: Org): readonly Diagnostic[] =>
  [...policy.assignments, ...policy.exclude].flatMap(({ match, place }) =>
    unitsIn(match).flatMap((name) => checkUnit(name, place, org)),
  );

/** The units that a selector names. */
export const unitsIn = (selector: Selector): readonly string[] =>
  conditionsIn(selector).flatMap((condition) => (condition.kind === 'ou' ? condition.units : []));

const checkUnit = (name: string, place: Place, org: Org): Diagnostic[] => {
  if (org.units.kind === 'unreadable') {
    return [
      stop('unit-unreadable', `Whether the unit ${name} exists could not be read.`, org.units.failure.message, place),
    ];
  }
  const found = unitsNamed(org.units.value, name);
  if (found.length === 1) return [];
  if (found.length > 1) {
    const ids = found.map(({ id }) => id).join(', ');
    return [
      stop(
        'unit-ambiguous',
        `The organization has ${found.length} units ${name}.`,
        `Name the one you mean by its id: ${ids}.`,
        place,
      ),
    ];
  }
  return [stop('unit-not-found', `The organization has no unit ${name}.`, suggestion(name, org.units.value), place)];
};

const stop = (code: Diagnostic['code'], message: string, help: string, place: Place): Diagnostic =>
  makeDiagnostic(code, place, message, help);

const suggestion = (name: string, units: readonly UnitStep[]): string => {
  const inOtherCase = units.find(({ path }) => path?.toLowerCase() === name.toLowerCase());
  if (inOtherCase) return `Unit paths are case-sensitive; did you mean ${inOtherCase.path}?`;
  const last = name.split('/').at(-1);
  const elsewhere = units.find(({ path }) => path?.split('/').at(-1) === last);
  if (elsewhere) return `Paths begin below the root; did you mean ${elsewhere.path}?`;
  return 'Write the path from below the root, as Workloads/Prod, or the id of the unit.';
};
