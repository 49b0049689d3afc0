import { expect, it } from 'vitest';
import { type Control, controls, judgeControl } from './controls.ts';
import { aCovered } from './coverage.builder.ts';
import { type CoverageState, coverageStates } from './coverage-state.ts';

const controlOf = (id: string): Control => {
  const control = controls.find((each) => each.id === id);
  if (!control) throw new Error(`There is no control ${id}.`);
  return control;
};

const statusOf = (id: string, state: CoverageState) => judgeControl(controlOf(id), aCovered(state));

it('Account.1 asks whether any security contact is set, right or wrong', () => {
  expect(Object.fromEntries(coverageStates.map((state) => [state, statusOf('Account.1', state)]))).toEqual({
    missing: 'failed',
    'wrong-value': 'passed',
    unwanted: 'passed',
    unreadable: 'unknown',
    unreachable: 'unknown',
    unresolved: 'failed',
    unmanaged: 'failed',
    excluded: 'unknown',
    'not-active': 'not-applicable',
    'as-wanted': 'passed',
  });
});

it('SEC10-BP01 asks whether it is the one that the policy wants', () => {
  expect(Object.fromEntries(coverageStates.map((state) => [state, statusOf('SEC10-BP01', state)]))).toEqual({
    missing: 'failed',
    'wrong-value': 'failed',
    unwanted: 'failed',
    unreadable: 'unknown',
    unreachable: 'unknown',
    unresolved: 'unknown',
    unmanaged: 'not-applicable',
    excluded: 'not-applicable',
    'not-active': 'not-applicable',
    'as-wanted': 'passed',
  });
});

it('an unmanaged security contact that is set satisfies Account.1', () => {
  const { live } = aCovered('wrong-value');
  expect(judgeControl(controlOf('Account.1'), aCovered('unmanaged', { live }))).toBe('passed');
});

it('only SEC10-BP01 looks at BILLING and OPERATIONS', () => {
  for (const type of ['BILLING', 'OPERATIONS'] as const) {
    const about = controls.filter(
      (control) => judgeControl(control, aCovered('missing', { type })) !== 'not-applicable',
    );
    expect(about.map(({ id }) => id)).toEqual(['SEC10-BP01']);
  }
});

it('CIS has its item by version, and what was not taken from it says so', () => {
  const cis = controls.filter(({ scheme }) => scheme === 'CIS AWS Foundations Benchmark');
  expect(cis.map(({ versions, id, isVerified }) => ({ id, versions: versions.join(' '), isVerified }))).toEqual([
    { id: '1.18', versions: '1.2.0', isVerified: true },
    { id: '1.2', versions: '1.3.0 1.4.0 1.5.0 2.0.0 3.0.0 4.0.0 4.0.1 5.0.0', isVerified: true },
    { id: '2.2', versions: '6.0.0', isVerified: false },
  ]);
});
