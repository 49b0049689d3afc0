import { expect, it } from 'vitest';
import type { Want } from '../policy/policy.ts';
import { needsOf } from './needs-of.ts';
import {
  account,
  all,
  aPolicy,
  assign,
  exclude,
  name,
  not,
  tag,
  unit,
  wantContact,
  wantTemplate,
} from './policy.builder.ts';

const wantVariable = (variable: 'id' | 'name' | 'email'): Want => {
  const want = wantTemplate('x');
  return want.kind === 'template'
    ? { ...want, fields: { ...want.fields, email: [{ kind: 'account', variable }] } }
    : want;
};

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

it.each([
  ['tags', tag('team', 'x'), wantTemplate('team')],
  ['names', name('x'), wantVariable('name')],
  ['names', name('x'), wantVariable('email')],
] as const)('needs %s where one of several assignments, or one of its contacts, does', (what, condition, want) => {
  const plain = assign([all], 'x');
  expect(needsOf(aPolicy([plain]))[what]).toBe(false);
  expect(needsOf(aPolicy([plain, assign([condition], 'x'), plain]))[what]).toBe(true);
  expect(needsOf(aPolicy([plain, assign([all], want), plain]))[what]).toBe(true);
  expect(needsOf(aPolicy([{ ...plain, wants: { SECURITY: wantContact('x'), BILLING: want } }]))[what]).toBe(true);
});

it('needs neither tags nor names for a contact with the id of the account in it', () => {
  expect(needsOf(aPolicy([assign([all], wantVariable('id'))]))).toEqual({ tags: false, units: [], names: false });
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
