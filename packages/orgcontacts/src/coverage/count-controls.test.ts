import { expect, it } from 'vitest';
import { controlCounts, judgeControls } from './count-controls.ts';
import { aCoverage, aCovered, aCoveredAccount } from './coverage.builder.ts';

const coverage = aCoverage([
  aCoveredAccount([aCovered('missing'), aCovered('missing', { type: 'BILLING' })], 0),
  aCoveredAccount([aCovered('wrong-value')], 1),
  aCoveredAccount([aCovered('unreadable')], 2),
]);

const resultOf = (id: string) => judgeControls(coverage).find((each) => each.id === id);

it('counts the contacts that meet a control, and names those that do not and those of which nobody knows', () => {
  expect(resultOf('Account.1')).toMatchObject({
    counts: { passed: 1, failed: 1, unknown: 1, 'not-applicable': 1 },
    failed: ['300000000000 SECURITY'],
    unknown: ['300000000002 SECURITY'],
  });
  expect(resultOf('SEC10-BP01')).toMatchObject({
    failed: ['300000000000 SECURITY', '300000000000 BILLING', '300000000001 SECURITY'],
  });
});

it('leaves out controls that are about no contact type that was looked at', () => {
  const ids = controlCounts({ ...coverage, types: ['BILLING'] }).map(({ control }) => control.id);
  expect(ids).toEqual(['SEC10-BP01']);
});
