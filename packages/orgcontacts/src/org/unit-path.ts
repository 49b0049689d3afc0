import type { UnitStep } from '../selector/subject.ts';

/** The path of the root unit. */
export const rootPath = '/';

/** The path of a unit below another one; a slash inside a name is written `\/`. */
export const childPath = (parent: string, name: string): string => {
  const escaped = name.replaceAll('/', '\\/');
  return parent === rootPath ? escaped : `${parent}/${escaped}`;
};

/** Whether a unit lies on the way from the root down to another one, by their paths. */
export const leadsTo = (path: string, to: string): boolean =>
  path === rootPath ? to !== rootPath && !isUnitId(to) : to.startsWith(`${path}/`);

/** Whether a text names a unit by its id, as `ou-ex01-workload1` or `r-ex01` (AWS service model, ParentId). */
export const isUnitId = (text: string): boolean => /^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$/.test(text);

/** The units that a path or id names: none, one, or more if names repeat. */
export const unitsNamed = (units: readonly UnitStep[], name: string): readonly UnitStep[] =>
  units.filter((unit) => unit.id === name || unit.path === name);
