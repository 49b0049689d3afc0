import { expect, it } from 'vitest';
import { aFactorAccount } from './any-accounts.builder.ts';
import { evaluateFactored } from './evaluate-factored.ts';
import type { FactoredAssignment, FactoredMatch } from './factored.ts';

const account = aFactorAccount({ id: '111122223333', units: ['root', 'work', 'prod'], tag: 'pay' });

const all: FactoredMatch = { kind: 'all' };
const units = (...names: string[]): FactoredMatch => ({ kind: 'units', units: names });
const tag = (...values: string[]): FactoredMatch => ({ kind: 'tag', values });
const ids = (...list: string[]): FactoredMatch => ({ kind: 'accounts', ids: list });
const wants = (match: FactoredMatch, SECURITY: string | null): FactoredAssignment => ({ match, wants: { SECURITY } });

it.each<[string, FactoredMatch, string, FactoredMatch]>([
  ['the account', ids('111122223333'), 'its tag', tag('pay')],
  ['a tag', tag('web', 'pay'), 'the deepest unit', units('prod')],
  ['the deeper unit', units('prod'), 'the one above it', units('work')],
  ['a list of units by its deepest', units('root', 'prod'), 'a unit between them', units('work')],
  ['a unit', units('root'), 'all', all],
])('lets %s win over %s', (_, stronger, _other, weaker) => {
  const both = [wants(weaker, 'loser'), wants(stronger, 'winner')];
  expect(evaluateFactored(both)(account, 'SECURITY')).toEqual({ label: 'winner', winners: [1], tied: false });
  expect(evaluateFactored(both.reverse())(account, 'SECURITY')).toEqual({ label: 'winner', winners: [0], tied: false });
});

it('looks at those assignments only that match and name the type', () => {
  const others = [ids('444455556666'), tag('web'), units('test')].map((match) => wants(match, 'other'));
  const decide = evaluateFactored([...others, { match: ids('111122223333'), wants: { BILLING: 'finance' } }]);
  expect(decide(account, 'SECURITY')).toEqual({ label: null, winners: [], tied: false });
  expect(decide(account, 'BILLING').label).toBe('finance');
});

it('lets unmanaged win like anything else', () => {
  expect(evaluateFactored([wants(all, 'desk'), wants(units('work'), null)])(account, 'SECURITY').label).toBeNull();
});

it('finds equally strong assignments that disagree, and does not mind those that agree', () => {
  const two = (other: string | null) => evaluateFactored([wants(units('prod'), 'desk'), wants(units('prod'), other)]);
  expect(two('desk')(account, 'SECURITY')).toEqual({ label: 'desk', winners: [0, 1], tied: false });
  expect(two(null)(account, 'SECURITY').tied).toBe(true);
});
