import { type ContactType, contactTypes } from '../../contact/contact-type.ts';
import { type Claim, indexClaims, membersOf } from './claims.ts';
import type { FactorAccount, FactoredAssignment, FactoredMatch, FactoredWants } from './factored.ts';

/** What some account would miss: members of assignments, and types that they name. */
interface Needed {
  readonly members: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

/** Takes away, one after the other, what no account would miss: members, types and whole assignments. Pure. */
export const pruneAssignments = (
  assignments: readonly FactoredAssignment[],
  accounts: readonly FactorAccount[],
): readonly FactoredAssignment[] => {
  let pruned = assignments;
  for (;;) {
    const next = pruneOnce(pruned, findNeeded(pruned, accounts));
    if (next === undefined) return pruned;
    pruned = next;
  }
};

/** Finds what decides something that would otherwise be decided differently. */
const findNeeded = (assignments: readonly FactoredAssignment[], accounts: readonly FactorAccount[]): Needed => {
  const claimsOn = indexClaims(assignments);
  const members = new Set<string>();
  const types = new Set<string>();
  for (const account of accounts) {
    for (const type of contactTypes) {
      const claims = claimsOn(account, type);
      const [first] = claims;
      if (!first) continue;
      if (labelOf(claims.slice(1)) !== first.label) members.add(`${first.assignment} ${first.member}`);
      const others = claims.filter(({ assignment }) => assignment !== first.assignment);
      if (labelOf(others) !== first.label) types.add(`${first.assignment} ${type}`);
    }
  }
  return { members, types };
};

const labelOf = (claims: readonly Claim[]): string | null => claims[0]?.label ?? null;

/** Takes away the first that is not needed; undefined when everything is. */
const pruneOnce = (
  assignments: readonly FactoredAssignment[],
  needed: Needed,
): readonly FactoredAssignment[] | undefined => {
  for (const [at, { match, wants }] of assignments.entries()) {
    const isNeeded = (member: string): boolean => needed.members.has(`${at} ${member}`);
    const type = contactTypes.find((each) => wants[each] !== undefined && !needed.types.has(`${at} ${each}`));
    if (type === undefined && membersOf(match).every(isNeeded)) continue;
    const pruned =
      type === undefined ? { match: withMembers(match, isNeeded), wants } : { match, wants: without(wants, type) };
    const isEmpty = membersOf(pruned.match).length === 0 || Object.keys(pruned.wants).length === 0;
    return [...assignments.slice(0, at), ...(isEmpty ? [] : [pruned]), ...assignments.slice(at + 1)];
  }
  return undefined;
};

const without = (wants: FactoredWants, type: ContactType): FactoredWants =>
  Object.fromEntries(Object.entries(wants).filter(([each]) => each !== type));

/** Units may lie in each other, so that one of two may be needed as soon as the other is gone: they go one by one. */
const withoutFirst = (members: readonly string[], isNeeded: (member: string) => boolean): readonly string[] => {
  const first = members.findIndex((member) => !isNeeded(member));
  return members.filter((_, at) => at !== first);
};

const withMembers = (match: FactoredMatch, isNeeded: (member: string) => boolean): FactoredMatch => {
  switch (match.kind) {
    case 'all':
      return { kind: 'accounts', ids: [] };
    case 'units':
      return { kind: 'units', units: withoutFirst(match.units, isNeeded) };
    case 'tag':
      return { kind: 'tag', values: match.values.filter(isNeeded) };
    case 'accounts':
      return { kind: 'accounts', ids: match.ids.filter(isNeeded) };
    default:
      return match satisfies never;
  }
};
