import { describe, expect, it } from 'vitest';
import { anOrgAccount, unitsDown, unreadable } from '../org/org.builder.ts';
import type { OrgAccount } from '../org/org.ts';
import type { Selector } from '../selector/selector.ts';
import { indexAssignments } from './index-assignments.ts';
import { account, all, assign, managementIs, name, not, tag, unit } from './policy.builder.ts';

const id = '300000000000';
const paying = anOrgAccount({
  tags: { kind: 'known', value: { team: 'payments', empty: '' } },
  units: unitsDown('Workloads', 'Prod'),
});

/** Which of these selectors have to be looked at for an account: their places in the list. */
const lookedAt = (of: OrgAccount, ...selectors: readonly Selector[]): readonly number[] => {
  const assignments = selectors.map((match) => assign(match, 'one'));
  return indexAssignments(assignments)(of).map((found) => assignments.indexOf(found));
};

describe('looks for an account only at assignments', () => {
  it.each<[string, Selector, Selector]>([
    ['that list it', [account('999999999999', id)], [account('999999999999')]],
    ['that list it, whatever else they ask', [tag('team', 'x'), account(id)], [all, account('999999999999')]],
    ['for one of its tags', [tag('team', 'x', 'payments')], [tag('team', 'x')]],
    ['for a tag of the same key', [tag('team', 'payments')], [tag('Team', 'payments')]],
    ['for an empty tag that it has', [tag('empty', '')], [tag('team', '')]],
    ['for a tag before any unit', [unit('Elsewhere'), tag('team', 'payments')], [unit('Workloads'), tag('team', 'x')]],
    ['for a unit above it by path', [unit('Sandbox', 'Workloads')], [unit('Prod')]],
    ['for its unit by id', [unit('ou-ex01-workloadsprod')], [unit('ou-ex01-sandbox0')]],
    ['for the root', [unit('/')], [unit('Sandbox')]],
  ])('%s', (_, found, other) => {
    expect(lookedAt(paying, other, found, other)).toEqual([1]);
  });

  it.each<[string, Selector]>([
    ['all', [all]],
    ['a name', [name('nobody')]],
    ['management', [managementIs(true)]],
    ['a negation', [not(account(id))]],
    ['a tag with wildcards', [tag('team', 'x*')]],
    ['a tag with wildcards among others', [tag('team', 'x', '?')]],
  ])('and at any of %s', (_, selector) => {
    expect(lookedAt(paying, selector)).toEqual([0]);
  });

  it('in the order of the file, each once', () => {
    const both = [tag('team', 'payments', 'payments')];
    expect(lookedAt(paying, [unit('Workloads', '/')], [account(id, id)], [all], both)).toEqual([0, 1, 2, 3]);
    expect(lookedAt(paying, [all], both, [account(id)], [unit('/')])).toEqual([0, 1, 2, 3]);
  });
});

describe('where something could not be read', () => {
  const tagless = anOrgAccount({ tags: unreadable('organizations:ListTagsForResource'), units: unitsDown('A') });
  const unitless = anOrgAccount({ units: unreadable('organizations:ListParents') });

  it('looks at every assignment for tags, and at no more of the others', () => {
    expect(lookedAt(tagless, [tag('a', 'x')], [tag('b', 'y')], [unit('B')], [account('999999999999')])).toEqual([0, 1]);
  });

  it('looks at every assignment for units, and at no more of the others', () => {
    expect(lookedAt(unitless, [unit('B')], [unit('ou-ex01-sandbox0')], [tag('a', 'x')])).toEqual([0, 1]);
  });
});

it('finds units without a path by their id, and takes no tag for what every object has', () => {
  const units = { kind: 'known', value: [{ id: 'ou-ex01-nameless', path: null }] } as const;
  const odd = anOrgAccount({ units });
  expect(lookedAt(odd, [unit('ou-ex01-nameless')], [unit('null')], [tag('constructor', 'x')])).toEqual([0]);
});

it('keeps keys, values, units and accounts apart that look the same', () => {
  const odd = anOrgAccount({ tags: { kind: 'known', value: { a: 'b' } }, units: unitsDown(id) });
  expect(lookedAt(odd, [tag('a,b', '')], [tag('b', 'a')], [unit(id)], [tag('a', 'b')])).toEqual([2, 3]);
});
