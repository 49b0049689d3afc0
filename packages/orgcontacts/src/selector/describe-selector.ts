import type { Condition, Selector } from './selector.ts';

/** Says a selector in one short line, as `tag team = payments and unit Workloads/Prod`. */
export const describeSelector = (selector: Selector): string => selector.map(describeCondition).join(' and ');

const describeCondition = (condition: Condition): string => {
  switch (condition.kind) {
    case 'all':
      return 'all';
    case 'account':
      return condition.ids.length > 3
        ? `one of ${condition.ids.length} accounts`
        : `account ${condition.ids.join(' or ')}`;
    case 'ou':
      return `unit ${condition.units.join(' or ')}`;
    case 'tag':
      return `tag ${condition.key} = ${condition.values.join(' or ')}`;
    default:
      return condition satisfies never;
  }
};
