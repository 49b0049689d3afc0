import type { ContactType } from '../contact/contact-type.ts';
import type { Failure } from '../failure/failure.ts';
import type { OrgAccount } from '../org/org.ts';
import type { Assignment, Policy } from '../policy/policy.ts';
import { matchSelector } from '../selector/match-selector.ts';
import { compareRanks, type Rank } from '../selector/rank.ts';
import type { Condition } from '../selector/selector.ts';
import type { Resolution } from './resolution.ts';
import { resolveAccount } from './resolve.ts';

/** How one assignment that names the contact type fared. */
export type Verdict =
  | { readonly kind: 'won' }
  /** It matches, and loses at this point of comparison with the strongest; `order` when it says the same as the winner. */
  | { readonly kind: 'weaker'; readonly at: keyof Rank | 'order' }
  /** As specific as another one that wants something else, so neither can win. */
  | { readonly kind: 'tied' }
  /** Nothing is more specific, and something that could not be read or filled in keeps anybody from winning. */
  | { readonly kind: 'undecided' }
  /** It wins, and its contact cannot be filled in for this account. */
  | { readonly kind: 'unfilled'; readonly because: string }
  | { readonly kind: 'no-match'; readonly condition: Condition }
  | { readonly kind: 'unknown'; readonly failure: Failure };

/** Why a contact type of an account is resolved as it is. */
export interface Explanation {
  readonly resolution: Resolution;
  /** Every assignment that names the contact type, in file order. */
  readonly contenders: readonly { readonly assignment: Assignment; readonly verdict: Verdict }[];
}

/**
 * Says which assignment won for an account and contact type, and why each other one lost. Pure.
 *
 * @example
 * ```ts
 * import { explain, type OrgAccount, type Policy } from 'orgcontacts';
 *
 * const winningLine = (policy: Policy, account: OrgAccount): number | undefined =>
 *   explain(policy, account, 'SECURITY').contenders.find(({ verdict }) => verdict.kind === 'won')?.assignment.place.line;
 * ```
 */
export const explain = (policy: Policy, account: OrgAccount, type: ContactType): Explanation => {
  const resolution = resolveAccount(policy, account).byType[type];
  const naming = policy.assignments.filter(({ wants }) => wants[type] !== undefined);
  const strongest = strongestRank(naming, account);
  const contenders = naming.map((assignment) => ({
    assignment,
    verdict: judge(assignment, account, resolution, strongest),
  }));
  return { resolution, contenders };
};

const strongestRank = (assignments: readonly Assignment[], account: OrgAccount): Rank | undefined =>
  assignments
    .flatMap(({ match }) => {
      const matched = matchSelector(match, account);
      return matched.kind === 'no' ? [] : [matched.rank];
    })
    .sort((one, other) => compareRanks(other, one))
    .at(0);

const judge = (
  assignment: Assignment,
  account: OrgAccount,
  resolution: Resolution,
  strongest: Rank | undefined,
): Verdict => {
  const match = matchSelector(assignment.match, account);
  if (match.kind === 'no') return { kind: 'no-match', condition: failedCondition(assignment, account) };
  if (match.kind === 'unknown') return { kind: 'unknown', failure: match.failure };
  const at = weakerAt(match.rank, strongest);
  if (resolution.kind !== 'unresolved')
    return resolution.winner === assignment ? { kind: 'won' } : { kind: 'weaker', at: at ?? 'order' };
  const { reason } = resolution;
  if (reason.kind === 'tie' && reason.assignments.includes(assignment)) return { kind: 'tied' };
  if (reason.kind === 'template' && reason.assignment === assignment)
    return { kind: 'unfilled', because: reason.because };
  return at ? { kind: 'weaker', at } : { kind: 'undecided' };
};

/** The first condition that says no. */
const failedCondition = ({ match }: Assignment, account: OrgAccount): Condition => {
  const failed = match.find((condition) => matchSelector([condition], account).kind === 'no');
  if (!failed) throw new Error('An assignment does not match, and all of its conditions do.');
  return failed;
};

/** Where a rank first falls behind the strongest; undefined where it does not. */
const weakerAt = (rank: Rank, strongest: Rank | undefined): keyof Rank | undefined =>
  (['level', 'depth', 'exact', 'conditions'] as const).find((point) => rank[point] !== strongest?.[point]);
