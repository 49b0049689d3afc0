import { describe, expect, it } from 'vitest';
import type { ContactType } from '../contact/contact-type.ts';
import { checkLimits } from './limits.ts';
import { aScope, changes } from './plan.builder.ts';

const none = { BILLING: 0, OPERATIONS: 0, SECURITY: 0 };

describe('updates', () => {
  it.each([
    [10, 0, true],
    [11, 0, false],
    [10, 33, true],
    [11, 36, false],
    [11, 37, true],
    [12, 37, false],
    [30, 100, true],
    [31, 100, false],
    [300, 1_000, true],
    [301, 1_000, false],
  ])('of %i contacts of a type of which %i exist are within the limits: %s', (count, existing, within) => {
    const breaches = checkLimits(changes(count, 'update'), aScope({ ...none, BILLING: existing }));
    expect(breaches.some(({ type }) => type === 'BILLING')).toBe(!within);
  });

  it('are counted over all types too, against all that exists', () => {
    const spread = (count: number) => [
      ...changes(count, 'update', 'BILLING'),
      ...changes(count, 'update', 'OPERATIONS'),
      ...changes(count, 'update', 'SECURITY'),
    ];
    expect(checkLimits(spread(10), aScope(40))).toEqual([]);
    expect(checkLimits(spread(10), aScope(33))).toEqual([{ what: 'updates', type: null, found: 30, allowed: 29 }]);
    expect(checkLimits(spread(4), aScope(1))).toEqual([{ what: 'updates', type: null, found: 12, allowed: 10 }]);
  });

  it('of one type are held against that type, however many there are of others', () => {
    const breaches = checkLimits(changes(20, 'update', 'SECURITY'), aScope({ ...none, BILLING: 1_000, SECURITY: 50 }));
    expect(breaches).toEqual([{ what: 'updates', type: 'SECURITY', found: 20, allowed: 15 }]);
  });
});

describe('deletes', () => {
  it.each<[number, ContactType, boolean]>([
    [3, 'BILLING', true],
    [4, 'BILLING', false],
    [3, 'OPERATIONS', true],
    [4, 'OPERATIONS', false],
    [0, 'SECURITY', true],
    [1, 'SECURITY', false],
  ])('of %i contacts of the type %s are within the limits: %s', (count, type, within) => {
    const breaches = checkLimits(changes(count, 'delete', type), aScope(1_000));
    expect(breaches.some((breach) => breach.type === type)).toBe(!within);
  });

  it('are counted over all types too', () => {
    const spread = [...changes(2, 'delete', 'BILLING'), ...changes(2, 'delete', 'OPERATIONS')];
    expect(checkLimits(spread, aScope(1_000))).toEqual([{ what: 'deletes', type: null, found: 4, allowed: 3 }]);
  });
});

describe('accounts that could not be read', () => {
  it.each([
    [5, 100, true],
    [6, 100, false],
    [1, 20, true],
    [1, 19, false],
    [0, 0, true],
  ])('%i of %i are within the limits: %s', (unreadableAccounts, accounts, within) => {
    const breaches = checkLimits([], aScope(0, { accounts, unreadableAccounts }));
    expect(breaches.length === 0).toBe(within);
  });
});

it('never counts creates', () => {
  expect(checkLimits(changes(5_000, 'create', 'SECURITY'), aScope(0))).toEqual([]);
});

it('finds every limit that is passed', () => {
  const both = [...changes(11, 'update', 'BILLING'), ...changes(1, 'delete', 'SECURITY')];
  expect(checkLimits(both, aScope(0, { unreadableAccounts: 6 }))).toEqual([
    { what: 'updates', type: 'BILLING', found: 11, allowed: 10 },
    { what: 'deletes', type: 'SECURITY', found: 1, allowed: 0 },
    { what: 'updates', type: null, found: 11, allowed: 10 },
    { what: 'unreadable', type: null, found: 6, allowed: 5 },
  ]);
});
