import { expect, it } from 'vitest';
import type { AccountId } from '../contact/account-id.ts';
import { describeSelector } from './describe-selector.ts';
import type { Selector } from './selector.ts';

// Brands are only made by parseAccountId; these are literals of twelve digits.
const ids = ['111122223333', '444455556666', '777788889999', '000011112222'] as AccountId[];

it.each<[Selector, string]>([
  [[{ kind: 'all' }], 'all'],
  [[{ kind: 'account', ids: ids.slice(0, 1) }], 'account 111122223333'],
  [[{ kind: 'account', ids: ids.slice(0, 3) }], 'account 111122223333 or 444455556666 or 777788889999'],
  [[{ kind: 'account', ids }], 'one of 4 accounts'],
  [[{ kind: 'ou', units: ['Workloads/Prod', 'Sandbox'] }], 'unit Workloads/Prod or Sandbox'],
  [[{ kind: 'tag', key: 'team', values: ['payments', 'pay*'] }], 'tag team = payments or pay*'],
  [
    [
      { kind: 'ou', units: ['Workloads'] },
      { kind: 'tag', key: 'team', values: ['payments'] },
    ],
    'unit Workloads and tag team = payments',
  ],
])('says %j in one line', (selector, expected) => {
  expect(describeSelector(selector)).toBe(expected);
});
