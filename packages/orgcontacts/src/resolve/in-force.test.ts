import { expect, it } from 'vitest';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import { anOrg, anOrgAccount, unitsDown, unreadable } from '../org/org.builder.ts';
import { inForce } from './in-force.ts';
import { account, aPolicy, assign, exclude, tag, unit } from './policy.builder.ts';
import { resolve } from './resolve.ts';

const accounts = [
  anOrgAccount({ id: anId('300000000001'), units: unitsDown('Prod', 'EU') }),
  anOrgAccount({ id: anId('300000000002'), units: unitsDown('Prod', 'US') }),
  anOrgAccount({ id: anId('300000000003'), units: unitsDown('Prod', 'US') }),
  anOrgAccount({ id: anId('300000000004'), units: unitsDown('Dev') }),
  anOrgAccount({ id: anId('300000000005'), units: unitsDown('Dev'), state: 'SUSPENDED' }),
  anOrgAccount({ id: anId('300000000006'), units: unitsDown('Sandbox') }),
  anOrgAccount({
    id: anId('300000000007'),
    units: unitsDown('Tie'),
    tags: { kind: 'known', value: { a: 'x', b: 'y' } },
  }),
];

it('says where each assignment decides, where none does and where nobody can say', () => {
  const policy = aPolicy(
    [
      assign([unit('Prod')], 'one'),
      assign([account('300000000001')], 'two'),
      assign([unit('Gone')], 'three'),
      assign([tag('a', 'x')], 'four'),
      assign([tag('b', 'y')], 'five'),
      assign([unit('Dev')], 'six', { type: 'BILLING' }),
    ],
    [exclude([unit('Sandbox')])],
  );
  const found = inForce(policy, resolve(policy, anOrg(accounts)), 'SECURITY');
  expect(found).toMatchObject({
    type: 'SECURITY',
    assignments: [
      { accounts: 2, units: ['Prod/US'] },
      { accounts: 1, units: ['Prod/EU'] },
      { accounts: 0, units: [] },
      { accounts: 0, units: [] },
      { accounts: 0, units: [] },
    ],
    unnamed: 1,
    unresolved: 1,
  });
  expect(found.assignments.map(({ assignment }) => assignment)).toEqual(policy.assignments.slice(0, 5));
});

it('names the unit with most accounts first, and equal ones by name', () => {
  const policy = aPolicy([assign([unit('/')], 'one')]);
  const [first] = inForce(policy, resolve(policy, anOrg(accounts)), 'SECURITY').assignments;
  expect(first?.units).toEqual(['Prod/US', 'Dev', 'Prod/EU', 'Sandbox', 'Tie']);
});

it('names a unit by its id where it has no path, and says where it could not be read', () => {
  const policy = aPolicy([assign([account('300000000001', '300000000002')], 'one')]);
  const odd = [
    anOrgAccount({
      id: anId('300000000001'),
      units: { kind: 'known', value: [{ id: 'ou-ex01-nameless', path: null }] },
    }),
    anOrgAccount({ id: anId('300000000002'), units: unreadable('organizations:ListParents') }),
  ];
  const [first] = inForce(policy, resolve(policy, anOrg(odd)), 'SECURITY').assignments;
  expect(first?.units).toEqual(['a unit that could not be read', 'ou-ex01-nameless']);
});
