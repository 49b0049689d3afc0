import { aCoverage, aCovered, aCoveredAccount } from '../coverage/coverage.builder.ts';
import { coverageStates } from '../coverage/coverage-state.ts';
import { aChange } from '../plan/plan.builder.ts';
import type { FileStyle } from './file-style.ts';
import { aFinding, alone, aPlan, aRun, denied, ended } from './report.builder.ts';
import type { Report } from './report.ts';

/** Contacts masked, as in every file that nobody asked to be whole. */
export const masked: FileStyle = { values: 'masked', region: 'us-east-1' };

/** An account in each state. */
export const everyState = {
  kind: 'coverage',
  coverage: aCoverage(coverageStates.map((state, index) => aCoveredAccount([aCovered(state)], index))),
} as const satisfies Report;

const plan = aPlan({
  changes: [aChange('create', 1), aChange('create', 2), aChange('update', 3), aChange('delete', 4)],
  findings: [aFinding({}, 5)],
  leftAlone: [alone('excluded', 6), alone('unresolved', 7, { type: 'SECURITY' })],
  keeps: 40,
});

/** A plan of every kind of change, with a finding, and with what is left alone. */
export const everyChange = {
  kind: 'plan',
  plan,
  forecast: { apply: 60_000, undo: 120_000 },
  savedAs: null,
  isApproved: false,
  units: Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`30000000000${index + 1}`, '/'])),
} as const satisfies Report;

/** The same, as drift. */
export const everyDrift = { kind: 'check', plan } as const satisfies Report;

/** A run in which everything happened. */
export const everyOutcome = {
  kind: 'run',
  run: aRun({ how: 'stopped', detail: 'too many denials' }, { items: 5, written: 1, skipped: 1, failed: 1, open: 2 }),
  items: [
    ended({ kind: 'done', how: 'written' }, 1),
    ended({ kind: 'done', how: 'already' }, 2),
    ended({ kind: 'failed', failure: denied }, 3),
    ended({ kind: 'skipped', why: 'changed-since-plan', detail: 'somebody was faster' }, 4),
    ended({ kind: 'unconfirmed', why: 'not-shown', detail: 'it does not show yet' }, 5),
    ended(null, 6),
  ],
} as const satisfies Report;
