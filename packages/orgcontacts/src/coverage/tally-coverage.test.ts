import { expect, it } from 'vitest';
import { aCoverage, aCovered, aCoveredAccount } from './coverage.builder.ts';
import { tallyCoverage } from './tally-coverage.ts';
import { byTag, tallyKeys } from './tally-keys.ts';

const coverage = aCoverage([
  aCoveredAccount([aCovered('missing'), aCovered('as-wanted', { type: 'BILLING' })], 0, { tags: { team: 'b' } }),
  aCoveredAccount([aCovered('missing')], 1, { unit: null }),
  aCoveredAccount([aCovered('as-wanted')], 2, { unit: null, unitId: null, tags: null }),
]);

const told = (...args: Parameters<typeof tallyCoverage>) =>
  tallyCoverage(...args).map(({ key, contacts, states }) => `${key}: ${contacts}, ${states.missing} missing`);

it('counts by type', () => {
  expect(told(coverage, tallyKeys.type)).toEqual(['BILLING: 1, 0 missing', 'SECURITY: 3, 2 missing']);
});

it('counts by unit, by its id where nobody read the path', () => {
  expect(told(coverage, tallyKeys.unit)).toEqual([
    '(unknown): 1, 0 missing',
    'Workloads: 2, 1 missing',
    'ou-ex01-workload: 1, 1 missing',
  ]);
});

it('counts by the value of a tag; without it and not known are two things', () => {
  expect(told(coverage, byTag('team'))).toEqual(['(none): 1, 1 missing', '(unknown): 1, 0 missing', 'b: 2, 1 missing']);
  expect(told(coverage, byTag('toString'))[0]).toBe('(none): 3, 2 missing');
});

it('leaves out what has no key', () => {
  expect(told(coverage, (_, { state }) => (state === 'missing' ? 'gap' : null))).toEqual(['gap: 2, 2 missing']);
});
