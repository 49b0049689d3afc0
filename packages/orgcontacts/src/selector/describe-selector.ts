import type { Condition, Selector } from './selector.ts';

/**
 * Says a selector in one short line, as `tag team = payments and unit Workloads/Prod`. Pure.
 *
 * @example
 * ```ts
 * import { type Assignment, describeSelector } from 'orgcontacts';
 *
 * const title = ({ match, place }: Assignment): string => `${place.file}:${place.line} ${describeSelector(match)}`;
 * ```
 */
export const describeSelector = (selector: Selector): string => selector.map(describeCondition).join(' and ');

/** Says one condition in a few words. */
export const describeCondition = (condition: Condition): string => {
  switch (condition.kind) {
    case 'all':
      return 'all';
    case 'account':
      return condition.ids.length > 3
        ? `one of ${condition.ids.length} accounts`
        : `account ${condition.ids.join(' or ')}`;
    case 'management':
      return condition.is ? 'management account' : 'member accounts';
    case 'ou':
      return `unit ${condition.units.join(' or ')}`;
    case 'tag':
      return `tag ${condition.key} = ${condition.values.join(' or ')}`;
    case 'name':
      return `name ${condition.names.join(' or ')}`;
    case 'not':
      return `not (${describeSelector(condition.conditions)})`;
    default:
      return condition satisfies never;
  }
};
