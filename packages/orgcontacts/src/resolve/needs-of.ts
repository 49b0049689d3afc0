import type { Piece } from '../policy/piece.ts';
import type { Assignment, Policy } from '../policy/policy.ts';
import { conditionsIn, type Selector } from '../selector/selector.ts';
import { unitsIn } from './check-units.ts';

/** What has to be read of an organization besides its accounts. */
export interface OrgNeeds {
  readonly tags: boolean;
  /** Units by path or id. */
  readonly units: readonly string[];
  /** Whether the names or addresses of accounts matter. */
  readonly names: boolean;
}

/**
 * Says what a policy, and the selectors beside it, look at: nothing else has to be read. Pure.
 *
 * @example
 * ```ts
 * import { needsOf, parsePolicy } from 'orgcontacts';
 *
 * const parsed = parsePolicy('version: 1\nassignments: [{ match: { tag: { team: payments } }, billing: absent }]\n', 'contacts.yaml');
 * if (parsed.kind === 'valid') console.log(needsOf(parsed.policy)); // { tags: true, units: [], names: false }
 * ```
 */
export const needsOf = (policy: Pick<Policy, 'assignments' | 'exclude'>, ...others: readonly Selector[]): OrgNeeds => {
  const selectors = [...policy.assignments, ...policy.exclude].map(({ match }) => match).concat(others);
  return {
    tags:
      selectors.some((selector) => conditionsIn(selector).some(({ kind }) => kind === 'tag')) ||
      policy.assignments.some((assignment) => usesPieces(assignment, ({ kind }) => kind === 'tag')),
    units: selectors.flatMap(unitsIn),
    names:
      selectors.some((selector) => conditionsIn(selector).some(({ kind }) => kind === 'name')) ||
      policy.assignments.some((assignment) => usesPieces(assignment, isName)),
  };
};

const isName = (piece: Piece): boolean => piece.kind === 'account' && piece.variable !== 'id';

/** Whether a contact of an assignment is filled in with such a piece. */
const usesPieces = ({ wants }: Assignment, isSuch: (piece: Piece) => boolean): boolean =>
  Object.values(wants).some((want) => want.kind === 'template' && Object.values(want.fields).flat().some(isSuch));
