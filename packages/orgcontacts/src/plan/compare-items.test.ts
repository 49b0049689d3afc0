import { expect, it } from 'vitest';
import { compareItems } from './compare-items.ts';
import { aChange } from './plan.builder.ts';

it('orders by account first, and by contact type within one account', () => {
  const first = aChange('create', 1, 'SECURITY');
  const second = aChange('create', 2, 'BILLING');
  expect([compareItems(first, second), compareItems(second, first)]).toEqual([-1, 1]);
  const billing = aChange('delete', 1, 'BILLING');
  expect([compareItems(billing, first), compareItems(first, billing)]).toEqual([-1, 1]);
});

it('finds no order between two items of one account and type', () => {
  expect(compareItems(aChange('create', 1), aChange('delete', 1))).toBe(0);
});
