import { expect, it } from 'vitest';
import { childPath, isUnitId, rootPath, unitsNamed } from './unit-path.ts';

it('begins paths below the root', () => {
  expect(childPath(rootPath, 'Workloads')).toBe('Workloads');
  expect(childPath('Workloads', 'Prod')).toBe('Workloads/Prod');
});

it('tells a slash inside a name from a step down', () => {
  expect(childPath('Workloads', 'Dev/Test')).toBe('Workloads/Dev\\/Test');
  expect(childPath(rootPath, 'Dev/Test')).toBe('Dev\\/Test');
});

it.each([
  ['r-ex01', true],
  ['ou-ex01-workload1', true],
  ['Workloads', false],
  ['ou-', false],
  ['ou-ex01-short', false],
  ['OU-EX01-WORKLOAD1', false],
  ['r-ex01/Prod', false],
])('takes %s for the id of a unit: %s', (text, expected) => {
  expect(isUnitId(text)).toBe(expected);
});

it('finds units by id and by path, case and all', () => {
  const units = [
    { id: 'r-ex01', path: '/' },
    { id: 'ou-ex01-workload1', path: 'Workloads' },
    { id: 'ou-ex01-twin00001', path: 'Twin' },
    { id: 'ou-ex01-twin00002', path: 'Twin' },
  ];
  expect(unitsNamed(units, '/').map(({ id }) => id)).toEqual(['r-ex01']);
  expect(unitsNamed(units, 'ou-ex01-workload1')).toHaveLength(1);
  expect(unitsNamed(units, 'Workloads')).toHaveLength(1);
  expect(unitsNamed(units, 'workloads')).toEqual([]);
  expect(unitsNamed(units, 'Twin')).toHaveLength(2);
});
