import { conditionsIn } from '../conditions-in.ts';
import { atValue, type Rule } from '../rule.ts';

/** A path of a unit that cannot be one. */
export const unitPath: Rule = (draft) =>
  conditionsIn(draft).flatMap(({ conditions }) =>
    (conditions.ou ?? [])
      .filter(({ text }) => text !== '' && !isPath(text))
      .map(({ text, path }) =>
        atValue(draft.source, path, {
          code: 'unit-path',
          message: `${JSON.stringify(text)} is no path of a unit.`,
          help: 'Begin below the root and leave out slashes at the ends, as Workloads/Prod; / alone is the root.',
        }),
      ),
  );

/** Split at slashes that are not escaped. */
const isPath = (text: string): boolean => text === '/' || text.split(/(?<!\\)\//).every((name) => name.trim() !== '');
