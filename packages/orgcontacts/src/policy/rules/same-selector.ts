import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Draft, DraftAssignment, DraftWant, Part } from '../draft.ts';
import { atValue, type Rule } from '../rule.ts';
import { selectorKey } from '../selector-key.ts';
import { placeOf } from '../source.ts';

/** Two assignments for exactly the same accounts name the same contact type: they disagree, or one is idle. */
export const sameSelector: Rule = (draft) => {
  const first = new Map<string, { readonly assignment: Part<DraftAssignment>; readonly want: DraftWant }>();
  return draft.assignments.flatMap((assignment) =>
    assignment.value.wants.flatMap((want): Diagnostic[] => {
      const { match } = assignment.value;
      // Of a selector that could not be read as a whole nobody knows which accounts it was for.
      if (!match || (match !== 'all' && !match.isWhole)) return [];
      const key = `${want.type} ${selectorKey(match)}`;
      const earlier = first.get(key);
      if (earlier) return [compare(draft, earlier, { assignment, want })];
      first.set(key, { assignment, want });
      return [];
    }),
  );
};

interface Said {
  readonly assignment: Part<DraftAssignment>;
  readonly want: DraftWant;
}

const compare = (draft: Draft, earlier: Said, later: Said): Diagnostic => {
  const { line } = placeOf(draft.source, earlier.assignment.path);
  const said = sayOf(earlier.want);
  const agrees = said !== undefined && said === sayOf(later.want) && modeOf(draft, earlier) === modeOf(draft, later);
  return atValue(
    draft.source,
    [...later.assignment.path, later.want.key],
    agrees ? repeats(line) : disagrees(line, earlier.want),
  );
};

const repeats = (line: number) =>
  ({
    code: 'same-selector-repeats',
    message: `The assignment at line ${line} says the same for the same accounts.`,
    help: 'Remove one of them.',
  }) as const;

/** Two contacts of their own are never taken for one: saying the same thing twice is no better. */
const sayOf = (want: DraftWant): string | undefined => (want.kind === 'word' ? want.name : undefined);

const disagrees = (line: number, want: DraftWant) =>
  ({
    code: 'same-selector-disagrees',
    message: `The assignment at line ${line} is for the same accounts and wants ${sayOf(want) ?? 'another contact'} for ${want.type}.`,
    help: 'Keep one of them, or make one more specific.',
  }) as const;

const modeOf = (draft: Draft, { assignment }: Said): string => assignment.value.mode ?? draft.mode ?? 'enforce';
