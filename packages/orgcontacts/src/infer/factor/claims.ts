import type { ContactType } from '../../contact/contact-type.ts';
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
  const byMember: Readonly<Record<FactoredMatch['kind'], Map<string, number[]>>> = {
    accounts: new Map(),
    tag: new Map(),
    units: new Map(),
    all: new Map(),
  };
  for (const [at, { match }] of assignments.entries()) {
    const index = byMember[match.kind];
    for (const member of membersOf(match)) index.set(member, [...(index.get(member) ?? []), at]);
  }
  return ({ id, units, tag }, type) => {
    const claims: Claim[] = [];
    const add = (kind: FactoredMatch['kind'], member: string, rank: number): void => {
      for (const assignment of byMember[kind].get(member) ?? []) {
        const label = assignments[assignment]?.wants[type];
        if (label !== undefined) claims.push({ assignment, member, rank, label });
      }
    };
    add('accounts', id, strongerThanUnits + 1);
    if (tag !== null) add('tag', tag, strongerThanUnits);
    for (let depth = units.length - 1; depth >= 0; depth--) add('units', units[depth] ?? '', depth + 1);
    add('all', 'all', 0);
    return claims;
  };
};

const strongerThanUnits = 1_000_000;
