import { type ContactType, contactTypes } from '../contact/contact-type.ts';
import { sameContact } from '../contact/same-contact.ts';
import type { Org, OrgAccount } from '../org/org.ts';
import type { Assignment, Exclusion, Policy } from '../policy/policy.ts';
import { type Match, matchSelector } from '../selector/match-selector.ts';
import { compareRanks } from '../selector/rank.ts';
import { type CandidatesFor, indexAssignments } from './index-assignments.ts';
import { type Contender, naming, rankAssignments } from './rank-assignments.ts';
import { renderTemplate } from './render-template.ts';
import type { AccountResolution, Resolution } from './resolution.ts';

/**
 * Says for every account of the organization, in its order, what the policy wants for each contact type. Pure.
 *
 * @example
 * ```ts
 * import { type AccountId, type Org, type Policy, resolve } from 'orgcontacts';
 *
 * const undecided = (policy: Policy, org: Org): readonly AccountId[] =>
 *   resolve(policy, org).flatMap(({ account, byType }) => (byType.SECURITY.kind === 'unresolved' ? [account.id] : []));
 * ```
 */
export const resolve = (policy: Policy, org: Org): readonly AccountResolution[] => {
  const candidatesFor = indexAssignments(policy.assignments);
  return org.accounts.map((account) => resolveAccount(policy, account, candidatesFor));
};

/** Says what the policy wants for one account. `candidatesFor` may leave out assignments that surely do not match. Pure. */
export const resolveAccount = (
  policy: Policy,
  account: OrgAccount,
  candidatesFor: CandidatesFor = () => policy.assignments,
): AccountResolution => {
  const exclusions = policy.exclude.map((exclusion) => ({ exclusion, match: matchSelector(exclusion.match, account) }));
  const excluding = exclusions.find(({ match }) => match.kind === 'yes');
  const doubt = exclusions.flatMap(({ exclusion, match }) => doubtful(exclusion, match)).at(0);
  const contenders = rankAssignments(candidatesFor(account), account);
  const resolveType = (type: ContactType): Resolution => {
    const decided = decide(type, naming(type, contenders), { policy, account });
    // What nobody manages is left alone either way.
    return doubt && !excluding && decided.kind !== 'unmanaged' ? doubt : decided;
  };
  return { account, ...(excluding && { excludedBy: excluding.exclusion }), byType: forEachType(resolveType) };
};

const doubtful = (exclusion: Exclusion, match: Match): Resolution[] =>
  match.kind === 'unknown'
    ? [{ kind: 'unresolved', reason: { kind: 'unknown-exclusion', exclusion, failure: match.failure } }]
    : [];

const forEachType = (make: (type: ContactType) => Resolution): Record<ContactType, Resolution> => ({
  BILLING: make('BILLING'),
  OPERATIONS: make('OPERATIONS'),
  SECURITY: make('SECURITY'),
});

interface Case {
  readonly policy: Policy;
  readonly account: OrgAccount;
}

/** Decides one contact type among the contenders that name it, strongest first. */
const decide = (type: ContactType, contenders: readonly Contender[], about: Case): Resolution => {
  const sure = contenders.filter(({ match }) => match.kind === 'yes');
  const best = sure[0];
  const unsure = contenders.find(
    ({ match, rank }) => match.kind === 'unknown' && (!best || compareRanks(rank, best.rank) >= 0),
  );
  if (unsure?.match.kind === 'unknown') {
    const { assignment, match } = unsure;
    return { kind: 'unresolved', reason: { kind: 'unknown-match', assignment, failure: match.failure } };
  }
  if (!best) return { kind: 'unmanaged', beaten: [] };
  const resolutionOf = ({ assignment }: Contender): Resolution =>
    fulfil(
      type,
      assignment,
      about,
      sure.flatMap((each) => (each.assignment === assignment ? [] : [each.assignment])),
    );
  const equals = sure.filter(({ rank }) => compareRanks(rank, best.rank) === 0);
  const outcomes = equals.map(resolutionOf);
  const [first = { kind: 'unmanaged', beaten: [] }] = outcomes;
  // A contact that cannot be filled in is the first thing to mend, whoever else wants something.
  const unfilled = outcomes.find(({ kind }) => kind === 'unresolved');
  if (unfilled) return unfilled;
  return outcomes.every((outcome) => sameResolution(first, outcome))
    ? first
    : { kind: 'unresolved', reason: { kind: 'tie', assignments: equals.map(({ assignment }) => assignment) } };
};

/** Whether it does not matter which of two equally specific assignments wins. */
const sameResolution = (one: Resolution, other: Resolution): boolean => {
  if (other.kind === 'unresolved' || one.kind === 'unresolved') return false;
  if (one.winner?.mode !== other.winner?.mode) return false;
  if (one.kind === 'contact' && other.kind === 'contact') return sameContact(one.contact, other.contact);
  return one.kind === other.kind;
};

/** What it comes to for an account that an assignment wins. */
const fulfil = (
  type: ContactType,
  winner: Assignment,
  { policy, account }: Case,
  beaten: readonly Assignment[],
): Resolution => {
  const want = winner.wants[type];
  switch (want?.kind) {
    case 'contact': {
      const { contact, contactName, masked } = want;
      return { kind: 'contact', contact, contactName, masked, winner, beaten };
    }
    case 'template': {
      const rendered = renderTemplate(want, account, policy.lint);
      return rendered.kind === 'contact'
        ? {
            kind: 'contact',
            contact: rendered.contact,
            contactName: want.contactName,
            masked: want.masked,
            winner,
            beaten,
          }
        : { kind: 'unresolved', reason: { kind: 'template', assignment: winner, because: rendered.because } };
    }
    case 'absent':
    case 'unmanaged':
      return { kind: want.kind, winner, beaten };
    case undefined:
      throw new Error(`The assignment at ${winner.place.file}:${winner.place.line} won ${type} without naming it.`);
    default:
      return want satisfies never;
  }
};

/**
 * The contact types that a policy says anything about, in AWS's order: no other is worth reading. Pure.
 *
 * @example
 * ```ts
 * import { parsePolicy, typesNamedBy } from 'orgcontacts';
 *
 * const parsed = parsePolicy('version: 1\nassignments: [{ match: all, billing: absent }]\n', 'contacts.yaml');
 * if (parsed.kind === 'valid') console.log(typesNamedBy(parsed.policy)); // [ 'BILLING' ]
 * ```
 */
export const typesNamedBy = (policy: Policy): readonly ContactType[] =>
  contactTypes.filter((type) => policy.assignments.some(({ wants }) => wants[type] !== undefined));
