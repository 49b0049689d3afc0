import type { Org } from '../org/org.ts';
import { rootPath } from '../org/unit-path.ts';
import type { UnitStep } from '../selector/subject.ts';
import type { ShownUnit } from './snapshot.ts';

/** Lists the units of an organization, parents first, as far as they are known: those that were read, and those on the way to an account. Pure. */
export const shownUnits = ({ units, accounts }: Org): readonly ShownUnit[] => {
  const found = new Map<string, { readonly step: UnitStep; readonly above: string | undefined }>();
  for (const step of units.kind === 'known' ? units.value : []) found.set(step.id, { step, above: undefined });
  for (const account of accounts) {
    const steps = account.units.kind === 'known' ? account.units.value : [];
    for (const [index, step] of steps.entries()) found.set(step.id, { step, above: steps[index - 1]?.id });
  }
  const sorted = [...found.values()].sort((one, other) => compare(pathOf(one.step), pathOf(other.step)));
  const byId = new Map(sorted.map(({ step }, index) => [step.id, index]));
  const byPath = new Map(sorted.map(({ step }, index) => [pathOf(step), index]));
  return sorted.map(({ step, above }) => {
    const path = pathOf(step);
    const parent = path === rootPath ? -1 : (byId.get(above ?? '') ?? byPath.get(pathAbove(path)) ?? -1);
    return { id: step.id, name: path === rootPath ? 'Root' : nameOf(path), path, parent };
  });
};

const pathOf = ({ path, id }: UnitStep): string => path ?? id;

/** The last slash that is not part of a name; names write theirs as `\/`. */
const lastSlash = /(?<!\\)\/(?:[^/\\]|\\.)*$/;

const pathAbove = (path: string): string => (lastSlash.test(path) ? path.replace(lastSlash, '') : rootPath);

const nameOf = (path: string): string => (lastSlash.exec(path)?.[0].slice(1) ?? path).replaceAll('\\/', '/');

/** The root first; below it by path, so that a unit comes right before what is in it. */
const compare = (one: string, other: string): number => {
  if (one === rootPath || other === rootPath) return one === rootPath ? -1 : 1;
  const [mine, theirs] = [one.replaceAll('/', '\u0000'), other.replaceAll('/', '\u0000')];
  return mine < theirs ? -1 : 1;
};
