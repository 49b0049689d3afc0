import { expect, it } from 'vitest';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import { anOrg, anOrgAccount, unitsDown } from '../org/org.builder.ts';
import { shownUnits } from './shown-units.ts';

it('lists units with parents first, a unit right before what is in it', () => {
  const org = anOrg([
    anOrgAccount({ units: unitsDown('Work load') }),
    anOrgAccount({ id: anId('300000000001'), units: unitsDown('Work', 'Prod') }),
  ]);
  expect(shownUnits(org).map(({ path, parent, name }) => [path, parent, name])).toEqual([
    ['/', -1, 'Root'],
    ['Work', 0, 'Work'],
    ['Work/Prod', 1, 'Prod'],
    ['Work load', 0, 'Work load'],
  ]);
});

it('keeps a slash that belongs to a name', () => {
  const units = {
    kind: 'known',
    value: [
      { id: 'r-ex01', path: '/' },
      { id: 'ou-ex01-a0000000', path: 'A\\/B' },
    ],
  } as const;
  expect(shownUnits(anOrg([anOrgAccount({ units })])).map(({ name, parent }) => [name, parent])).toEqual([
    ['Root', -1],
    ['A/B', 0],
  ]);
});

it('has units that no account is in', () => {
  const units = [
    { id: 'r-ex01', path: '/' },
    { id: 'ou-ex01-empty0000', path: 'Empty' },
  ];
  expect(shownUnits(anOrg([], { units: { kind: 'known', value: units } })).map(({ path }) => path)).toEqual([
    '/',
    'Empty',
  ]);
});
