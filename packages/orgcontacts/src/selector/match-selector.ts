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
  const rank = strongest(answers, selector.length);
  const unknown = answers.find((answer) => answer.kind === 'unknown');
  return unknown ? { kind: 'unknown', rank, failure: unknown.failure } : { kind: 'yes', rank };
};

type Grade = Pick<Rank, 'level' | 'depth' | 'exact'>;

type Answer =
  | { readonly kind: 'yes'; readonly grade: Grade }
  | { readonly kind: 'no' }
  | { readonly kind: 'unknown'; readonly grade: Grade; readonly failure: Failure };

const no: Answer = { kind: 'no' };

const matchCondition = (condition: Condition, subject: Subject): Answer => {
  switch (condition.kind) {
    case 'all':
      return { kind: 'yes', grade: { level: 0, depth: 0, exact: 1 } };
    case 'account':
      return condition.ids.includes(subject.id) ? { kind: 'yes', grade: { level: 3, depth: 0, exact: 1 } } : no;
    case 'ou':
      return matchUnits(condition.units, subject);
    case 'tag':
      return matchTag(condition.key, condition.values, subject);
    default:
      return condition satisfies never;
  }
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
  return depth < 0 ? no : { kind: 'yes', grade: { level: 1, depth, exact: 1 } };
};

const matchTag = (key: string, values: readonly string[], { tags }: Subject): Answer => {
  if (tags.kind === 'unreadable') {
    return { kind: 'unknown', grade: { level: 2, depth: 0, exact: 1 }, failure: tags.failure };
  }
  const value = Object.hasOwn(tags.value, key) ? tags.value[key] : undefined;
  if (value === undefined) return no;
  if (values.some((wanted) => !isGlob(wanted) && wanted === value)) {
    return { kind: 'yes', grade: { level: 2, depth: 0, exact: 1 } };
  }
  const globbed = values.some((wanted) => isGlob(wanted) && matchesGlob(wanted, value));
  return globbed ? { kind: 'yes', grade: { level: 2, depth: 0, exact: 0 } } : no;
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
