import type { ContactType } from '../contact/contact-type.ts';
import type { Assignment } from '../policy/policy.ts';
import { type Match, matchSelector } from '../selector/match-selector.ts';
import { compareRanks, type Rank } from '../selector/rank.ts';
import type { Subject } from '../selector/subject.ts';

/** An assignment that matches an account, or might. */
export interface Contender {
  readonly assignment: Assignment;
  readonly rank: Rank;
  readonly match: Exclude<Match, { kind: 'no' }>;
}

/** The assignments that match an account or might, the strongest first, in file order where equally strong. */
export const rankAssignments = (assignments: readonly Assignment[], subject: Subject): readonly Contender[] =>
  assignments
    .flatMap((assignment): Contender[] => {
      const match = matchSelector(assignment.match, subject);
      return match.kind === 'no' ? [] : [{ assignment, rank: match.rank, match }];
    })
    .sort((one, other) => compareRanks(other.rank, one.rank));

/** Those contenders that have a say about a contact type. */
export const naming = (type: ContactType, contenders: readonly Contender[]): readonly Contender[] =>
  contenders.filter(({ assignment }) => assignment.wants[type] !== undefined);
