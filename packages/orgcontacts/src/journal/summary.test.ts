import { expect, it } from 'vitest';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import { changes } from '../plan/plan.builder.ts';
import { aHeader, anIntent, anOutcome, aPlanOf, aRecord, at, written } from './journal.builder.ts';
import { countItems, isWhole, renderSummary } from './summary.ts';

const plan = aPlanOf(changes(8, 'update'));
const entries = [
  anOutcome(0, written),
  anOutcome(1, { kind: 'done', how: 'already' }),
  anOutcome(2, { kind: 'skipped', why: 'moved-since-plan', detail: '' }),
  anOutcome(3, { kind: 'failed', failure: aFailure() }),
  anOutcome(4, { kind: 'unconfirmed', why: 'not-shown', detail: '' }),
  anIntent(plan, 5),
  anOutcome(6, { kind: 'failed', failure: aFailure() }),
  anOutcome(6, written),
];

it('counts every item once, by its last outcome, and those without one as open', () => {
  const counts = { items: 8, written: 2, already: 1, skipped: 1, failed: 1, unconfirmed: 1, open: 2 };
  expect(countItems(aRecord(plan, entries))).toEqual(counts);
});

it('calls a run whole when every item is as wanted, by its own doing or not', () => {
  const whole = aPlanOf(changes(2, 'update'));
  const done = [anOutcome(0, written), anOutcome(1, { kind: 'done', how: 'already' })];
  expect(isWhole(countItems(aRecord(whole, done)))).toBe(true);
  expect(isWhole(countItems(aRecord(whole, done.slice(1))))).toBe(false);
  expect(isWhole(countItems(aRecord(plan, entries)))).toBe(false);
});

it('writes when the run began and ended and what it came to', () => {
  const record = aRecord(
    plan,
    [...entries, { kind: 'ended', at: at(60), how: 'finished', detail: '' }],
    aHeader(plan, { reason: 'new desk', undoOf: null }),
  );
  expect(JSON.parse(renderSummary(record))).toEqual({
    format: 'orgcontacts/summary',
    version: 1,
    run: 'run-1',
    startedAt: at(0),
    endedAt: at(60),
    how: 'finished',
    detail: '',
    undoOf: null,
    reason: 'new desk',
    items: 8,
    written: 2,
    already: 1,
    skipped: 1,
    failed: 1,
    unconfirmed: 1,
    open: 2,
  });
});

it('calls a run without an end killed', () => {
  expect(JSON.parse(renderSummary(aRecord(plan, entries)))).toMatchObject({ endedAt: null, how: 'killed' });
});
