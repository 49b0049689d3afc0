import { atValue, type Rule } from '../rule.ts';
import { selectorsIn, valuesOf } from '../selectors-in.ts';

/** A path of a unit that cannot be one. */
export const unitPath: Rule = (draft) =>
  selectorsIn(draft).flatMap(({ path, selector }) =>
    selector === 'all'
      ? []
      : valuesOf(selector.ou, [...path, 'ou'])
          .filter(({ value }) => !isPath(value))
          .map(({ value, path: at }) =>
            atValue(draft.source, at, {
              code: 'unit-path',
              message: `${JSON.stringify(value)} is no path of a unit.`,
              help: 'Begin below the root and leave out slashes at the ends, as Workloads/Prod; / alone is the root.',
            }),
          ),
  );

/** Split at slashes that are not escaped. */
const isPath = (text: string): boolean => text === '/' || text.split(/(?<!\\)\//).every((name) => name.trim() !== '');
