import { expect, it } from 'vitest';
import { type ExitReason, exitCodes, worst } from './exit-code.ts';

/** The order in which the design tells them: 130, 1, 5, 3, 4, 6, 2, 0. */
const order: readonly ExitReason[] = [
  'interrupted',
  'error',
  'stale',
  'refused',
  'partial',
  'incomplete',
  'differences',
  'done',
];

const pairs = order.flatMap((worse, index) => order.slice(index).map((better) => [worse, better] as const));

it.each(pairs)('tells %s before %s, in whatever order they come', (worse, better) => {
  expect(worst([worse, better])).toBe(worse);
  expect(worst([better, worse])).toBe(worse);
});

it('is done when there is no other reason, and finds the worst of many', () => {
  expect(worst([])).toBe('done');
  expect(worst(['done', 'differences', 'partial', 'incomplete', 'done'])).toBe('partial');
});

it('gives every reason the status that is documented', () => {
  expect(order.map((reason) => exitCodes[reason])).toEqual([130, 1, 5, 3, 4, 6, 2, 0]);
  expect(Object.keys(exitCodes)).toHaveLength(order.length);
});
