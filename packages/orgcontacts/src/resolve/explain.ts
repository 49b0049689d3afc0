import type { ContactType } from '../contact/contact-type.ts';
import type { Failure } from '../failure/failure.ts';
import type { OrgAccount } from '../org/org.ts';
import type { Assignment, Policy } from '../policy/policy.ts';
import { matchSelector } from '../selector/match-selector.ts';
import type { Resolution } from './resolution.ts';
import { resolveAccount } from './resolve.ts';

/** How one assignment that names the contact type fared. */
type Verdict =
  | { readonly kind: 'won' }
  | { readonly kind: 'weaker' }
  /** As specific as another one that wants something else, so neither can win. */
  | { readonly kind: 'tied' }
  | { readonly kind: 'no-match' }
  | { readonly kind: 'unknown'; readonly failure: Failure };

export interface Explanation {
  readonly resolution: Resolution;
  /** Every assignment that names the contact type, in file order. */
  readonly contenders: readonly { readonly assignment: Assignment; readonly verdict: Verdict }[];
}

/** Says which assignment won for an account and contact type, and why each other one lost. Pure. */
export const explain = (policy: Policy, account: OrgAccount, type: ContactType): Explanation => {
  const resolution = resolveAccount(policy, account).byType[type];
  const contenders = policy.assignments
    .filter(({ wants }) => wants[type] !== undefined)
    .map((assignment) => ({ assignment, verdict: judge(assignment, account, resolution) }));
  return { resolution, contenders };
};

const judge = (assignment: Assignment, account: OrgAccount, resolution: Resolution): Verdict => {
  const match = matchSelector(assignment.match, account);
  if (match.kind === 'no') return { kind: 'no-match' };
  if (match.kind === 'unknown') return { kind: 'unknown', failure: match.failure };
  if (resolution.kind === 'unresolved') return { kind: isTied(resolution, assignment) ? 'tied' : 'weaker' };
  return { kind: resolution.winner === assignment ? 'won' : 'weaker' };
};

const isTied = (resolution: Extract<Resolution, { kind: 'unresolved' }>, assignment: Assignment): boolean =>
  resolution.reason.kind === 'tie' && resolution.reason.assignments.includes(assignment);
