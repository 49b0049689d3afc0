import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Draft, Part, RawAssignment } from '../draft.ts';
import { atValue, type Rule } from '../rule.ts';
import { selectorKey } from '../selector-key.ts';
import { placeOf } from '../source.ts';
import { wantsIn } from '../wants.ts';

/** Two assignments for exactly the same accounts name the same contact type: they disagree, or one is idle. */
export const sameSelector: Rule = (draft) => {
  const groups = new Map<string, Part<RawAssignment>[]>();
  for (const assignment of draft.assignments) {
    const key = selectorKey(assignment.value.match);
    groups.set(key, [...(groups.get(key) ?? []), assignment]);
  }
  return [...groups.values()].flatMap((group) =>
    group.flatMap((later, index) => compareWithEarlier(draft, later, group.slice(0, index))),
  );
};

const compareWithEarlier = (
  draft: Draft,
  later: Part<RawAssignment>,
  earlier: readonly Part<RawAssignment>[],
): readonly Diagnostic[] =>
  wantsIn(later.value).flatMap(({ key, type, name }) => {
    const rival = earlier.find(({ value }) => wantsIn(value).some((want) => want.type === type));
    if (!rival) return [];
    const { line } = placeOf(draft.source, rival.path);
    const theirs = wantsIn(rival.value).find((want) => want.type === type);
    const agrees = theirs?.name === name && modeOf(draft, rival) === modeOf(draft, later);
    return [
      atValue(draft.source, [...later.path, key], {
        code: agrees ? 'same-selector-repeats' : 'same-selector-disagrees',
        severity: agrees ? 'warning' : 'error',
        message: agrees
          ? `The assignment at line ${line} says the same for the same accounts.`
          : `The assignment at line ${line} is for the same accounts and wants ${theirs?.name} for ${type}.`,
        help: agrees ? 'Remove one of them.' : 'Keep one of them, or make one more specific.',
      }),
    ];
  });

const modeOf = (draft: Draft, { value }: Part<RawAssignment>): string => value.mode ?? draft.mode ?? 'enforce';
