import { expect, it } from 'vitest';
import { anOrgAccount } from './org.builder.ts';
import { isActive, unitOf } from './org.ts';

it.each([
  ['ACTIVE', true],
  ['SUSPENDED', false],
  ['PENDING_CLOSURE', false],
  ['CLOSED', false],
  ['PENDING_ACTIVATION', false],
  ['UNKNOWN', false],
  ['active', false],
])('takes an account in the state %s for usable: %s', (state, expected) => {
  expect(isActive(anOrgAccount({ state }))).toBe(expected);
});

it('finds the unit of an account at the end of its way down, and none where that could not be read', () => {
  const units = [
    { id: 'r-ex01', path: '/' },
    { id: 'ou-ex01-workload1', path: 'Workloads' },
  ];
  expect(unitOf(anOrgAccount({ units: { kind: 'known', value: units } }))).toEqual(units[1]);
  const failure = { kind: 'denied', operation: 'organizations:ListRoots', code: 'AccessDenied', message: '' } as const;
  expect(unitOf(anOrgAccount({ units: { kind: 'unreadable', failure } }))).toBeUndefined();
});
