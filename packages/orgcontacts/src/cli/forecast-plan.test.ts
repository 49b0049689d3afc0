import { expect, it } from 'vitest';
import { quotaTables } from '../pace/quota-table.ts';
import { changes } from '../plan/plan.builder.ts';
import { callsFor, forecastPlan } from './forecast-plan.ts';

const { aws = {} } = quotaTables;

it('counts two reads and one write for each item', () => {
  const all = [...changes(3, 'create'), ...changes(4, 'update'), ...changes(5, 'delete')];
  expect(callsFor(all)).toEqual({
    'account:GetAlternateContact': 24,
    'account:PutAlternateContact': 7,
    'account:DeleteAlternateContact': 5,
  });
  expect(Object.values(callsFor([]))).toEqual([0, 0, 0]);
});

it('takes no time where the buckets hold enough', () => {
  expect(forecastPlan(changes(7, 'create'), aws).apply).toBe(0);
  expect(forecastPlan([], aws)).toEqual({ apply: 0, undo: 0 });
});

it('is decided by the slowest operation: two reads of ten a second for creates, deletes for their undo', () => {
  const { apply, undo } = forecastPlan(changes(100, 'create'), aws);
  expect(apply).toBe(18_500);
  expect(undo).toBe(94_000);
});

it('makes the undo of deletes as cheap as creates, with one more look', () => {
  const { apply, undo } = forecastPlan(changes(100, 'delete'), aws);
  expect(apply).toBe(94_000);
  expect(undo).toBe(28_500);
});

it('makes the undo of updates updates', () => {
  expect(forecastPlan(changes(100, 'update'), aws)).toEqual({ apply: 18_500, undo: 28_500 });
});
