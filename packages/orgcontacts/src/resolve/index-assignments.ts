import type { Assignment } from '../policy/policy.ts';
import { isGlob } from '../selector/glob.ts';
import type { Selector } from '../selector/selector.ts';
import type { Subject } from '../selector/subject.ts';

/** Gives the assignments that may match an account, in the order of the file; all others surely do not. */
export type CandidatesFor = (subject: Subject) => readonly Assignment[];

/**
 * Files assignments under something that an account has to have for them to match: its id, the value of a tag, or one of its units. So
 * an account is compared with a few assignments and not with all of them: what a policy costs grows with what applies, not with its
 * length.
 */
export const indexAssignments = (assignments: readonly Assignment[]): CandidatesFor => {
  const drawers = new Map<string, number[]>();
  const put = (drawer: string, at: number): void => {
    const filed = drawers.get(drawer);
    if (filed) filed.push(at);
    else drawers.set(drawer, [at]);
  };
  for (const [at, { match }] of assignments.entries()) for (const drawer of new Set(drawersOf(match))) put(drawer, at);
  const tagKeys = [...new Set(assignments.flatMap(({ match }) => match.flatMap(tagKeyOf)))];
  return (subject) => {
    const found = drawersFor(subject, tagKeys).flatMap((drawer) => drawers.get(drawer) ?? []);
    // Every number is an index of the list itself.
    return [...new Set(found)].sort((one, other) => one - other).map((at) => assignments[at] as Assignment);
  };
};

const always = 'always';
/** Where assignments lie that are filed under a unit or a tag: for accounts of which those could not be read. */
const anyUnit = 'any unit';
const anyTag = 'any tag';

/** The drawers that a selector lies in. The fewer accounts have a thing, the better to file under it. */
const drawersOf = (match: Selector): readonly string[] => {
  for (const condition of match) if (condition.kind === 'account') return condition.ids.map(accountDrawer);
  for (const condition of match)
    if (condition.kind === 'tag' && !condition.values.some(isGlob))
      return [anyTag, ...condition.values.map((value) => tagDrawer(condition.key, value))];
  for (const condition of match) if (condition.kind === 'ou') return [anyUnit, ...condition.units.map(unitDrawer)];
  return [always];
};

const drawersFor = ({ id, units, tags }: Subject, tagKeys: readonly string[]): readonly string[] => [
  always,
  accountDrawer(id),
  ...(units.kind === 'unreadable'
    ? [anyUnit]
    : units.value.flatMap((unit) => [unitDrawer(unit.id), ...(unit.path === null ? [] : [unitDrawer(unit.path)])])),
  ...(tags.kind === 'unreadable'
    ? [anyTag]
    : tagKeys.flatMap((key) => (Object.hasOwn(tags.value, key) ? [tagDrawer(key, tags.value[key] ?? '')] : []))),
];

const tagKeyOf = (condition: Selector[number]): readonly string[] => (condition.kind === 'tag' ? [condition.key] : []);

const accountDrawer = (id: string): string => `account ${id}`;
const unitDrawer = (unit: string): string => `unit ${unit}`;
const tagDrawer = (key: string, value: string): string => `tag ${JSON.stringify([key, value])}`;
