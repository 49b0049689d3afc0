import type { Path } from './source.ts';
import { wantKeys } from './wants.ts';

/** What belongs at a place of the file. */
export type Spot =
  | 'file'
  | 'top'
  | 'contact'
  | 'field'
  | 'assignment'
  | 'mode'
  | 'want'
  | 'selector'
  | 'not'
  | 'account'
  | 'management'
  | 'tags'
  | 'tag'
  | 'condition'
  | 'warning'
  | 'setting';

/** Says what belongs at a path, whatever is there. Names of contacts and keys of tags may be any words, so places count and not words. */
export const spotOf = (path: Path): Spot => {
  const [section, second] = path;
  if (path.length === 0) return 'file';
  if (path.length === 1) return section === 'mode' ? 'mode' : 'top';
  switch (section) {
    case 'lint':
      return second === 'errors' || second === 'ignore' ? 'warning' : 'setting';
    case 'contacts':
      return path.length === 2 ? 'contact' : 'field';
    case 'exclude':
      return spotInSelector(path.slice(2));
    default:
      return spotInAssignment(path.slice(2));
  }
};

const spotInAssignment = ([key, ...rest]: Path): Spot => {
  if (key === 'match') return spotInSelector(rest);
  if (key === 'mode') return 'mode';
  if (!wantKeys.some(([want]) => want === key)) return 'assignment';
  return rest.length === 0 ? 'want' : 'field';
};

const spotInSelector = ([condition, ...rest]: Path, isNegated = false): Spot => {
  switch (condition) {
    case undefined:
      return isNegated ? 'not' : 'selector';
    case 'not':
      return isNegated ? 'condition' : spotInSelector(rest, true);
    case 'account':
    case 'management':
      return condition;
    case 'tag':
      return rest.length === 0 ? 'tags' : 'tag';
    default:
      return 'condition';
  }
};
