import type { Failure } from '../failure/failure.ts';
import { isGlob, matchesGlob } from './glob.ts';
import type { Rank } from './rank.ts';
import type { Condition, Selector } from './selector.ts';
import type { Subject } from './subject.ts';

/** Three answers, not two: what could not be read is never taken for a no. */
export type Match =
  | { readonly kind: 'yes'; readonly rank: Rank }
  | { readonly kind: 'no' }
  /** It might match; `rank` is the strongest it could then have. */
  | { readonly kind: 'unknown'; readonly rank: Rank; readonly failure: Failure };

/** Says whether a selector matches an account, and how specifically. */
export const matchSelector = (selector: Selector, subject: Subject): Match => {
  const answers = selector.map((condition) => matchCondition(condition, subject));
  if (answers.some((answer) => answer.kind === 'no')) return { kind: 'no' };
  // `all` asks nothing, and is no condition.
  const rank = strongest(answers, selector.filter(({ kind }) => kind !== 'all').length);
  const unknown = answers.find((answer) => answer.kind === 'unknown');
  return unknown ? { kind: 'unknown', rank, failure: unknown.failure } : { kind: 'yes', rank };
};

type Grade = Pick<Rank, 'level' | 'depth' | 'exact'>;

type Answer =
  | { readonly kind: 'yes'; readonly grade: Grade }
  | { readonly kind: 'no' }
  | { readonly kind: 'unknown'; readonly grade: Grade; readonly failure: Failure };

const no: Answer = { kind: 'no' };

const yes = (level: Rank['level'], exact: Rank['exact'] = 1, depth = 0): Answer => ({
  kind: 'yes',
  grade: { level, depth, exact },
});

/** What everything has, and so the least that can be said of an account: also what a `not` adds to a rank. */
const anybody = yes(0);
/** One account by itself. */
const itself = yes(3);

const matchCondition = (condition: Condition, subject: Subject): Answer => {
  switch (condition.kind) {
    case 'all':
      return anybody;
    case 'account':
      return condition.ids.includes(subject.id) ? itself : no;
    case 'management':
      if (condition.is !== subject.isManagement) return no;
      return condition.is ? itself : anybody;
    case 'ou':
      return matchUnits(condition.units, subject);
    case 'tag':
      return matchTag(condition.key, condition.values, subject);
    case 'name':
      return matchText(condition.names, subject.name);
    case 'not':
      return negate(matchSelector(condition.conditions, subject));
    default:
      return condition satisfies never;
  }
};

const negate = (match: Match): Answer => {
  if (match.kind === 'unknown')
    return { kind: 'unknown', grade: { level: 0, depth: 0, exact: 1 }, failure: match.failure };
  return match.kind === 'yes' ? no : anybody;
};

const matchUnits = (wanted: readonly string[], { units }: Subject): Answer => {
  if (units.kind === 'unreadable') {
    // How deep it would have matched cannot be known, so the deepest possible is assumed: an unknown may only make us careful.
    return {
      kind: 'unknown',
      grade: { level: 1, depth: Number.MAX_SAFE_INTEGER, exact: 1 },
      failure: units.failure,
    };
  }
  const depth = units.value.findLastIndex(
    ({ id, path }) => wanted.includes(id) || (path !== null && wanted.includes(path)),
  );
  return depth < 0 ? no : yes(1, 1, depth);
};

const matchTag = (key: string, values: readonly string[], { tags }: Subject): Answer => {
  if (tags.kind === 'unreadable') {
    return { kind: 'unknown', grade: { level: 2, depth: 0, exact: 1 }, failure: tags.failure };
  }
  const value = Object.hasOwn(tags.value, key) ? tags.value[key] : undefined;
  return value === undefined ? no : matchText(values, value);
};

/** Exact before wildcard: a text that is listed as it stands is a stronger match than one that a pattern covers. */
const matchText = (wanted: readonly string[], text: string): Answer => {
  if (wanted.some((each) => each === text && !isGlob(each))) return yes(2);
  return wanted.some((each) => isGlob(each) && matchesGlob(each, text)) ? yes(2, 0) : no;
};

const strongest = (answers: readonly Answer[], conditions: number): Rank => {
  const grades = answers.flatMap((answer) => (answer.kind === 'no' ? [] : [answer.grade]));
  const level = grades.reduce<Rank['level']>((most, grade) => (grade.level > most ? grade.level : most), 0);
  const decisive = grades.filter((grade) => grade.level === level);
  return {
    level,
    depth: Math.max(0, ...decisive.map((grade) => grade.depth)),
    exact: decisive.every((grade) => grade.exact === 1) ? 1 : 0,
    conditions,
  };
};
