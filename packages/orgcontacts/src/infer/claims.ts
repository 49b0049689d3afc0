import type { ContactType } from '../contact/contact-type.ts';
import type { FactorAccount, FactoredAssignment, FactoredMatch } from './factored.ts';

/** What an assignment says about an account and a type, by one of the members that it lists. */
export interface Claim {
  /** The position of the assignment. */
  readonly assignment: number;
  readonly member: string;
  /** Accounts over tag values over units, the deeper the stronger, over all. */
  readonly rank: number;
  readonly label: string | null;
}

/** Where an account is: all that assignments look at. */
export type Placed = Omit<FactorAccount, 'labels'>;

/** What a match lists; `all` is the one member of a match of all. */
export const membersOf = (match: FactoredMatch): readonly string[] => {
  switch (match.kind) {
    case 'all':
      return ['all'];
    case 'units':
      return match.units;
    case 'tag':
      return match.values;
    case 'accounts':
      return match.ids;
    default:
      return match satisfies never;
  }
};

/** Makes a function that gives the claims on an account and a type, the strongest first. */
export const indexClaims = (
  assignments: readonly FactoredAssignment[],
): ((account: Placed, type: ContactType) => readonly Claim[]) => {
  const byMember = new Map<string, number[]>();
  for (const [at, { match }] of assignments.entries()) {
    for (const member of membersOf(match)) {
      const key = `${match.kind} ${member}`;
      byMember.set(key, [...(byMember.get(key) ?? []), at]);
    }
  }
  return (account, type) =>
    seatsOf(account).flatMap(({ kind, member, rank }) =>
      (byMember.get(`${kind} ${member}`) ?? []).flatMap((assignment) => {
        const label = assignments[assignment]?.wants[type];
        return label === undefined ? [] : [{ assignment, member, rank, label }];
      }),
    );
};

const strongerThanUnits = 1_000_000;

const seatsOf = ({
  id,
  units,
  tag,
}: Placed): readonly { kind: FactoredMatch['kind']; member: string; rank: number }[] => [
  { kind: 'accounts', member: id, rank: strongerThanUnits + 1 },
  ...(tag === null ? [] : [{ kind: 'tag' as const, member: tag, rank: strongerThanUnits }]),
  ...units.map((member, depth) => ({ kind: 'units' as const, member, rank: depth + 1 })).reverse(),
  { kind: 'all', member: 'all', rank: 0 },
];
