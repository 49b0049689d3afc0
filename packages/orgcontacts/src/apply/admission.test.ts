import { describe, expect, it } from 'vitest';
import { anId, delegated, management } from '../gateway/memory/memory-world.builder.ts';
import { assemblePlan, type PlanFrame } from '../plan/make-plan.ts';
import { aFrame, aScope, changes } from '../plan/plan.builder.ts';
import type { Plan } from '../plan/plan.ts';
import { type AdmissionInput, admit, holeIn } from './admission.ts';
import { aCaller } from './run.builder.ts';

const hour = 3_600_000;
const made = Date.UTC(2026, 0, 1);

const aPlan = (updates: number, frame: Partial<PlanFrame> = {}): Plan =>
  assemblePlan(aFrame(frame), ['BILLING'], {
    changes: changes(updates, 'update'),
    findings: [],
    leftAlone: [],
    keeps: 0,
    scope: aScope(0),
  });

const input = (overrides: Partial<AdmissionInput> = {}): AdmissionInput => ({
  caller: aCaller(),
  now: made + hour,
  approved: undefined,
  ...overrides,
});

const undo = { kind: 'undo', run: 'run-1' } as const;

it('admits a plan within the limits, until it expires', () => {
  expect(admit(aPlan(10), input())).toEqual({ kind: 'admitted' });
  expect(admit(aPlan(10), input({ now: made + 24 * hour }))).toEqual({ kind: 'admitted' });
});

it.each<[string, Partial<AdmissionInput>, RegExp]>([
  ['another partition', { caller: aCaller({ partition: 'aws-cn' }) }, /partition aws, and the caller is in aws-cn/],
  [
    'another organization',
    { caller: aCaller({ organizationId: 'o-another' }) },
    /organization o-exampleorgid, .*o-another/,
  ],
  [
    'another calling account',
    { caller: aCaller({ accountId: delegated }) },
    /made from account 111122223333, .*222233334444/,
  ],
  ['another day', { now: made + 24 * hour + 1 }, /expired at 2026-01-02T00:00:00.000Z/],
])('finds a plan stale that is of %s, even if it was approved', (_, overrides, because) => {
  const plan = aPlan(11);
  expect(admit(plan, input({ approved: plan.fingerprint, ...overrides }))).toEqual({
    kind: 'stale',
    because: expect.stringMatching(because),
  });
});

describe('a plan that passes limits', () => {
  const plan = aPlan(11);

  it('is refused with the limits that it passes', () => {
    expect(admit(plan, input())).toEqual({ kind: 'refused', breaches: plan.breaches });
    expect(plan.breaches.length).toBeGreaterThan(0);
  });

  it('is admitted when its own fingerprint was approved', () => {
    expect(admit(plan, input({ approved: plan.fingerprint }))).toEqual({ kind: 'admitted' });
  });

  it('is refused when the fingerprint of another plan was approved', () => {
    expect(admit(plan, input({ approved: aPlan(12).fingerprint })).kind).toBe('refused');
    expect(admit(plan, input({ approved: '' })).kind).toBe('refused');
  });
});

describe('an undo', () => {
  it('is approved by the naming of its run, whatever limits it passes', () => {
    expect(admit(aPlan(500, { origin: undo }), input())).toEqual({ kind: 'admitted' });
  });

  it('never expires', () => {
    expect(admit(aPlan(1, { origin: undo }), input({ now: made + 10_000 * hour }))).toEqual({ kind: 'admitted' });
  });

  it('still belongs to its organization and caller', () => {
    const plan = aPlan(1, { origin: undo });
    expect(admit(plan, input({ caller: aCaller({ organizationId: 'o-another' }) })).kind).toBe('stale');
    expect(admit(plan, input({ caller: aCaller({ accountId: delegated }) })).kind).toBe('stale');
  });
});

describe('a list of accounts', () => {
  const caller = aCaller({ accountId: delegated });

  it('is whole when it holds the management account and the caller', () => {
    expect(holeIn(new Set([management, delegated]), caller)).toBeUndefined();
  });

  it.each([
    ['the management account', [delegated], /management account 111122223333 is not/],
    ['the calling account', [management, anId('444455556666')], /calling account 222233334444 is not/],
    ['anything', [], /management account/],
  ])('is not to be trusted without %s', (_, ids, hole) => {
    expect(holeIn(new Set(ids), caller)).toMatch(hole);
  });
});
