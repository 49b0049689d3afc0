import { describe, expect, it } from 'vitest';
import { planOf } from '../apply/run.builder.ts';
import { aChange } from '../plan/plan.builder.ts';
import { canaryOf, readCanary } from './canary.ts';

const plan = planOf(
  [aChange('create', 2), aChange('create', 0), aChange('create', 0, 'SECURITY'), aChange('create', 1)],
  0,
);
const [first, , second, third] = plan.changes.map(({ account }) => account.id);

describe('a canary', () => {
  it('is so many accounts, those with the lowest ids', () => {
    expect(canaryOf(readCanary('2'), plan)).toEqual([first, second]);
  });

  it('is the accounts that are named', () => {
    expect(canaryOf(readCanary(`${third}, ${first}`), plan)).toEqual([third, first]);
  });

  it('is everything when it is larger than the plan, and nothing without the option', () => {
    expect(canaryOf(readCanary('99'), plan)).toEqual([first, second, third]);
    expect(canaryOf(undefined, plan)).toEqual([]);
  });

  it.each(['0', '', 'three', '-1', '1.5', '11112222333', `${first},x`, '1,2'])('cannot be "%s"', (text) => {
    expect(() => readCanary(text)).toThrow('Expected a number of accounts');
  });

  it('cannot be an account that the plan does not change', () => {
    expect(() => canaryOf(readCanary('999988887777'), plan)).toThrow(
      'The plan changes nothing in 999988887777, so it cannot be tried there first.',
    );
  });
});
