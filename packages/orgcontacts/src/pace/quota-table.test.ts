import { expect, it } from 'vitest';
import { quotaTables, shareOf } from './quota-table.ts';

it.each([
  ['aws', 'account:GetAlternateContact', 10, 15],
  ['aws', 'account:PutAlternateContact', 5, 8],
  ['aws', 'account:DeleteAlternateContact', 1, 6],
  ['aws-cn', 'account:GetAlternateContact', 3, 5],
  ['aws-cn', 'account:PutAlternateContact', 1, 6],
  ['aws-cn', 'account:DeleteAlternateContact', 1, 6],
  ['aws', 'organizations:ListAccounts', 8, 12],
  ['aws-cn', 'organizations:ListTagsForResource', 10, 15],
  ['aws', 'organizations:ListParents', 5, 8],
  ['aws', 'organizations:ListPoliciesForTarget', 5, 8],
  ['aws-cn', 'organizations:DescribePolicy', 2, 2],
])('has the documented quota of %s for %s: %i per second, %i at once', (partition, operation, rate, burst) => {
  expect(quotaTables[partition]?.[operation]).toEqual({ rate, burst });
});

it('knows no partition without alternate contacts', () => {
  expect(Object.keys(quotaTables)).toEqual(['aws', 'aws-cn']);
});

it('takes a share of the rate, and of the burst in whole tokens', () => {
  expect(shareOf({ one: { rate: 10, burst: 15 }, other: { rate: 5, burst: 8 } }, 0.8)).toEqual({
    one: { rate: 8, burst: 12 },
    other: { rate: 4, burst: 6 },
  });
});

it('leaves at least one token in a burst, or nothing could ever go out', () => {
  expect(shareOf({ one: { rate: 1, burst: 2 } }, 0.1)).toEqual({ one: { rate: 0.1, burst: 1 } });
});

it('changes nothing for a share of 1', () => {
  expect(shareOf(quotaTables['aws'] ?? {}, 1)).toEqual(quotaTables['aws']);
});
