import { expect, it } from 'vitest';
import { anOrg, anOrgAccount, unitsDown, unreadable } from '../org/org.builder.ts';
import type { Org } from '../org/org.ts';
import { checkUnits, unitsIn } from './check-units.ts';
import { all, aPolicy, assign, exclude, tag, unit } from './policy.builder.ts';

const org = anOrg([anOrgAccount({ units: unitsDown('Workloads', 'Prod') })]);
const named = (name: string, within: Org = org) => checkUnits(aPolicy([assign([unit(name)], 'one')]), within);

it.each(['/', 'r-ex01', 'Workloads', 'Workloads/Prod', 'ou-ex01-workloadsprod'])(
  'has nothing to say about %s, which exists',
  (name) => {
    expect(named(name)).toEqual([]);
  },
);

it.each([
  ['Nowhere', 'unit-not-found', /from below the root/],
  ['workloads/prod', 'unit-not-found', /case-sensitive; did you mean Workloads\/Prod\?/],
  ['Prod', 'unit-not-found', /below the root; did you mean Workloads\/Prod\?/],
  ['ou-ex01-nowhere0', 'unit-not-found', /or the id of the unit/],
])('stops at %s, which does not exist, and says what to write', (name, code, help) => {
  expect(named(name)).toEqual([
    {
      code,
      severity: 'error',
      message: `The organization has no unit ${name}.`,
      help: expect.stringMatching(help),
      place: { file: 'contacts.yaml', line: 10, column: 5, length: 1 },
    },
  ]);
});

it('stops at a path that two units have, and names their ids', () => {
  const units = [
    { id: 'ou-ex01-twin00001', path: 'Twin' },
    { id: 'ou-ex01-twin00002', path: 'Twin' },
  ];
  const [found] = named('Twin', anOrg([], { units: { kind: 'known', value: units } }));
  expect(found).toMatchObject({
    code: 'unit-ambiguous',
    message: 'The organization has 2 units Twin.',
    help: 'Name the one you mean by its id: ou-ex01-twin00001, ou-ex01-twin00002.',
  });
});

it('stops when the tree of units could not be read as a whole', () => {
  const [found] = named('Workloads', { ...org, units: unreadable('organizations:ListOrganizationalUnitsForParent') });
  expect(found).toMatchObject({
    code: 'unit-unreadable',
    message: 'Whether the unit Workloads exists could not be read.',
    help: 'not authorized',
  });
});

it('does not mind an unreadable tree when no unit is named', () => {
  const holed = { ...org, units: unreadable('organizations:ListOrganizationalUnitsForParent') };
  expect(checkUnits(aPolicy([assign([all], 'one'), assign([tag('team', 'x')], 'two')]), holed)).toEqual([]);
});

it('finds every missing unit at once, in assignments and exclusions', () => {
  const policy = aPolicy(
    [assign([unit('Nowhere', 'Workloads')], 'one'), assign([tag('team', 'x'), unit('Neither')], 'two')],
    [exclude([unit('Gone')])],
  );
  expect(checkUnits(policy, org).map(({ message, place }) => [message, place.line])).toEqual([
    ['The organization has no unit Nowhere.', 10],
    ['The organization has no unit Neither.', 11],
    ['The organization has no unit Gone.', 90],
  ]);
});

it('says exactly what to write', () => {
  const helps = ['workloads/prod', 'Prod', 'Sandbox/Prod', 'Nowhere'].map((name) => named(name)[0]?.help);
  expect(helps).toEqual([
    'Unit paths are case-sensitive; did you mean Workloads/Prod?',
    'Paths begin below the root; did you mean Workloads/Prod?',
    'Paths begin below the root; did you mean Workloads/Prod?',
    'Write the path from below the root, as Workloads/Prod, or the id of the unit.',
  ]);
});

it('suggests no unit that cannot be told by a path', () => {
  const units = { kind: 'known', value: [{ id: 'ou-ex01-nameless', path: null }] } as const;
  expect(named('Prod', anOrg([], { units }))).toMatchObject([
    { code: 'unit-not-found', help: 'Write the path from below the root, as Workloads/Prod, or the id of the unit.' },
  ]);
});

it('lists the units that a selector names', () => {
  expect(unitsIn([unit('A', 'B'), tag('team', 'x'), unit('C')])).toEqual(['A', 'B', 'C']);
});
