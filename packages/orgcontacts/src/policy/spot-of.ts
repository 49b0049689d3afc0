import type { Path } from './source.ts';
import { wantKeys } from './wants.ts';

/** What belongs at a place of the file. */
export type Spot =
  | 'file'
  | 'top'
  | 'contact'
  | 'field'
  | 'reviewed'
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
  | 'domains'
  | 'domain'
  | 'days';

/** Says what belongs at a path, whatever is there. Names of contacts and keys of tags may be any words, so places count and not words. */
export const spotOf = (path: Path): Spot => {
  const [section, second, third] = path;
  if (path.length === 0) return 'file';
  if (path.length === 1) return section === 'mode' ? 'mode' : 'top';
  switch (section) {
    case 'lint':
      if (second === 'reviewEvery') return 'days';
      if (second === 'allowedEmailDomains') return path.length === 2 ? 'domains' : 'domain';
      return 'warning';
    case 'contacts':
      return path.length === 2 ? 'contact' : spotInContact(third);
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
  return rest.length === 0 ? 'want' : spotInContact(rest[0]);
};

const spotInContact = (key: PropertyKey | undefined): Spot => (key === 'reviewed' ? 'reviewed' : 'field');

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
