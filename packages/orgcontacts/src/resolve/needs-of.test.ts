import { expect, it } from 'vitest';
import { needsOf } from './needs-of.ts';
import { account, all, aPolicy, assign, exclude, name, not, tag, unit, wantTemplate } from './policy.builder.ts';

it('needs to read nothing for accounts, names and all', () => {
  expect(needsOf(aPolicy([assign([all], 'x'), assign([account('300000000000'), name('y')], 'x')]))).toEqual({
    tags: false,
    units: [],
    names: true,
  });
});

it.each([
  ['a condition', aPolicy([assign([tag('team', 'x')], 'x')])],
  ['a negation', aPolicy([assign([not(tag('team', 'x'))], 'x')])],
  ['an exclusion', aPolicy([assign([all], 'x')], [exclude([tag('team', 'x')])])],
  ['a contact', aPolicy([assign([all], wantTemplate('team'))])],
])('needs tags for %s that looks at them', (_, policy) => {
  expect(needsOf(policy).tags).toBe(true);
});

it('needs the units of assignments, negations, exclusions and of what stands beside the policy', () => {
  const policy = aPolicy([assign([unit('A', 'B'), not(unit('C'))], 'x')], [exclude([unit('D')])]);
  expect(needsOf(policy, [unit('E')], [tag('team', 'x')])).toEqual({
    tags: true,
    units: ['A', 'B', 'C', 'D', 'E'],
    names: false,
  });
});

it.each([
  ['a condition on names', aPolicy([assign([not(name('x'))], 'x')]), true],
  ['the name in a contact', aPolicy([assign([all], wantTemplate('team'))]), false],
])('knows whether names matter: %s', (_, policy, names) => {
  expect(needsOf(policy).names).toBe(names);
});
