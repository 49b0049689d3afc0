import { type ContactType, contactTypes } from '../contact/contact-type.ts';
import type { Org, OrgAccount } from '../org/org.ts';
import type { Assignment, Exclusion, Policy } from '../policy/policy.ts';
import { type Match, matchSelector } from '../selector/match-selector.ts';
import { compareRanks } from '../selector/rank.ts';
import { type Contender, naming, rankAssignments } from './rank-assignments.ts';
import type { AccountResolution, Resolution } from './resolution.ts';
import { sameWant } from './same-want.ts';

/** Says for every account of the organization, in its order, what the policy wants for each contact type. Pure. */
export const resolve = (policy: Policy, org: Org): readonly AccountResolution[] =>
  org.accounts.map((account) => resolveAccount(policy, account));

/** Says what the policy wants for one account. Pure. */
export const resolveAccount = (policy: Policy, account: OrgAccount): AccountResolution => {
  const exclusions = policy.exclude.map((exclusion) => ({ exclusion, match: matchSelector(exclusion.match, account) }));
  const excluding = exclusions.find(({ match }) => match.kind === 'yes');
  const doubt = exclusions.flatMap(({ exclusion, match }) => doubtful(exclusion, match)).at(0);
  const contenders = rankAssignments(policy, account);
  const resolveType = (type: ContactType): Resolution => {
    const decided = decide(type, naming(type, contenders));
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

/** Decides one contact type among the contenders that name it, strongest first. */
const decide = (type: ContactType, contenders: readonly Contender[]): Resolution => {
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
  const equals = sure.filter(({ rank }) => compareRanks(rank, best.rank) === 0).map(({ assignment }) => assignment);
  if (equals.some((assignment) => !sameWant(type, assignment, best.assignment))) {
    return { kind: 'unresolved', reason: { kind: 'tie', assignments: equals } };
  }
  return won(
    type,
    best.assignment,
    sure.slice(1).map(({ assignment }) => assignment),
  );
};

const won = (type: ContactType, winner: Assignment, beaten: readonly Assignment[]): Resolution => {
  const want = winner.wants[type];
  switch (want?.kind) {
    case 'contact':
      return { kind: 'contact', contact: want.contact, contactName: want.contactName, winner, beaten };
    case 'absent':
      return { kind: 'absent', winner, beaten };
    case 'unmanaged':
      return { kind: 'unmanaged', winner, beaten };
    case undefined:
      throw new Error(`An assignment that says nothing about ${type} was taken for its winner.`);
    default:
      return want satisfies never;
  }
};

/** The contact types that a policy says anything about, in AWS's order: no other is worth reading. */
export const typesNamedBy = (policy: Policy): readonly ContactType[] =>
  contactTypes.filter((type) => policy.assignments.some(({ wants }) => wants[type] !== undefined));
