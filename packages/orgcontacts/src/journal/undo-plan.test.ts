import { describe, expect, it } from 'vitest';
import type { Contact } from '../contact/contact.ts';
import type { Observed } from '../contact/observed.ts';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import type { ObservedOrg } from '../org/observed-account.ts';
import type { Change } from '../plan/change.ts';
import { aChange, aFrame, changes } from '../plan/plan.builder.ts';
import { aContact } from '../resolve/policy.builder.ts';
import type { Entry } from './entry.ts';
import { anIntent, anOutcome, aPlanOf, aRecord, at, written } from './journal.builder.ts';
import { judgeUndo, makeUndoPlan, writtenBy } from './undo-plan.ts';

const live = (contact: Contact | null): Observed => (contact ? { kind: 'set', contact } : { kind: 'unset' });
const before = aContact('Before');
const after = aContact('After');
const other = aContact('Other');

describe('an item', () => {
  const updated = { before, after };
  const created = { before: null, after };
  const deleted = { before, after: null };
  it.each<[string, string, { before: Contact | null; after: Contact | null }, Contact | null]>([
    ['that was updated and still is', 'restore', updated, after],
    ['that was updated and is as before', 'restored-already', updated, before],
    ['that was updated and edited since', 'edited-since-run', updated, other],
    ['that was updated and deleted since', 'edited-since-run', updated, null],
    ['that was created and still is', 'restore', created, after],
    ['that was created and is gone', 'restored-already', created, null],
    ['that was created and edited since', 'edited-since-run', created, other],
    ['that was deleted and still is', 'restore', deleted, null],
    ['that was deleted and is back', 'restored-already', deleted, before],
    ['that was deleted and set to something else', 'edited-since-run', deleted, other],
    [
      'that is as the run left it but for the case of its domain',
      'restore',
      updated,
      { ...after, email: 'after@EXAMPLE.com' },
    ],
    ['that meant to write what was there', 'restored-already', { before, after: before }, before],
  ])('%s: %s', (_, verdict, change, now) => {
    const judged = judgeUndo({ ...change, change: aChange('update'), at: at(1) }, live(now));
    expect(judged.kind).toBe(verdict);
    if ('live' in judged) expect(judged.live).toEqual(now);
  });

  it('that cannot be read is out of reach, and so is one that nobody could ask about', () => {
    const item = { ...updated, change: aChange('update'), at: at(1) };
    expect(judgeUndo(item, { kind: 'unreadable', failure: aFailure() })).toEqual({
      kind: 'out-of-reach',
      detail: 'account:GetAlternateContact: AccessDeniedException (HTTP 403): not authorized',
    });
    expect(judgeUndo(item, undefined).kind).toBe('out-of-reach');
  });
});

describe('what a run wrote', () => {
  const plan = aPlanOf(changes(5, 'update'));

  it.each(['denied', 'expired', 'invalid', 'missing', 'throttled', 'conflict'] as const)(
    'is nothing where AWS said no, though it was meant to: a write that was %s',
    (kind) => {
      const failure = aFailure({ kind, operation: 'account:PutAlternateContact' });
      const record = aRecord(plan, [anIntent(plan, 0), anOutcome(0, { kind: 'failed', failure })]);
      expect(writtenBy(record)).toEqual([]);
    },
  );

  it.each<[string, readonly Entry[]]>([
    ['was killed', []],
    ['lost the answer', [anOutcome(0, { kind: 'failed', failure: aFailure({ kind: 'unavailable' }) })]],
    ['could not confirm it', [anOutcome(0, { kind: 'unconfirmed', why: 'not-shown', detail: '' })]],
  ])('may be what could not be read any more when a run was resumed that %s', (_, cameOfIt) => {
    const unreadable = anOutcome(0, {
      kind: 'failed',
      failure: aFailure({ operation: 'account:GetAlternateContact' }),
    });
    expect(writtenBy(aRecord(plan, [anIntent(plan, 0), ...cameOfIt, unreadable]))).toHaveLength(1);
  });

  it('may be everything whose answer was lost, whatever was seen afterwards', () => {
    const failure = aFailure({ kind: 'unavailable' });
    const record = aRecord(plan, [anIntent(plan, 0), anOutcome(0, { kind: 'failed', failure })]);
    expect(writtenBy(record)).toHaveLength(1);
  });

  it('is every item with an intent, whatever came of it, and nothing else', () => {
    const record = aRecord(plan, [
      anIntent(plan, 0),
      anOutcome(0, written),
      anIntent(plan, 1),
      anOutcome(1, { kind: 'unconfirmed', why: 'not-shown', detail: '' }),
      anIntent(plan, 2),
      anOutcome(3, { kind: 'skipped', why: 'changed-since-plan', detail: '' }),
      anOutcome(4, { kind: 'done', how: 'already' }),
    ]);
    expect(writtenBy(record).map(({ change }) => change.account.id)).toEqual(
      [0, 1, 2].map((item) => plan.changes[item]?.account.id),
    );
  });

  it('has the value from before the first attempt, and the time of the last', () => {
    const first = anIntent(plan, 0, 10);
    const again = { ...anIntent(plan, 0, 90), before: other };
    expect(writtenBy(aRecord(plan, [first, again]))).toEqual([
      { change: plan.changes[0], before: first.before, after: first.after, at: at(90) },
    ]);
  });
});

describe('the plan of an undo', () => {
  const kinds: readonly Change[] = [
    aChange('create', 0),
    aChange('update', 1),
    aChange('delete', 2),
    aChange('update', 3),
  ];
  const plan = aPlanOf(kinds);
  const intents = plan.changes.map((_, item) => anIntent(plan, item));
  const undone = (now: readonly (Contact | null)[]) => {
    const observed: ObservedOrg = new Map(
      plan.changes.map(({ account, type }, item) => [
        account.id,
        { kind: 'asked', byType: { [type]: live(now[item] ?? null) } },
      ]),
    );
    const origin = { kind: 'undo', run: 'run-1' } as const;
    return makeUndoPlan(aRecord(plan, intents), observed, aFrame({ origin }));
  };
  const asLeft = plan.changes.map((change) => change.after);

  it('turns each write around: a create into a delete, an update into an update, a delete into a create', () => {
    const { plan: undo } = undone(asLeft);
    expect(undo.changes.map(({ kind, before: from, after: to }) => [kind, from, to])).toEqual([
      ['delete', plan.changes[0]?.after, null],
      ['update', plan.changes[1]?.after, plan.changes[1]?.before],
      ['create', null, plan.changes[2]?.before],
      ['update', plan.changes[3]?.after, plan.changes[3]?.before],
    ]);
    expect(undo.origin).toEqual({ kind: 'undo', run: 'run-1' });
    expect(undo.changes[0]?.because.where).toBe('run run-1');
  });

  it('puts back wherever the account has moved to', () => {
    expect(undone(asLeft).plan.changes.map(({ account }) => account.unit)).toEqual([null, null, null, null]);
  });

  it('leaves alone what somebody edited, and counts what is back already', () => {
    const { plan: undo, verdicts } = undone([other, plan.changes[1]?.before ?? null, null, other]);
    expect(undo.changes.map(({ account }) => account.id)).toEqual([plan.changes[2]?.account.id]);
    expect(undo.keeps).toBe(1);
    expect(verdicts.map(({ verdict }) => verdict.kind)).toEqual([
      'edited-since-run',
      'restored-already',
      'restore',
      'edited-since-run',
    ]);
  });

  it('changes nothing where nothing could be read', () => {
    const { plan: undo, verdicts } = makeUndoPlan(aRecord(plan, intents), new Map(), aFrame());
    expect(undo.changes).toEqual([]);
    expect(new Set(verdicts.map(({ verdict }) => verdict.kind))).toEqual(new Set(['out-of-reach']));
  });

  it('is empty for a run that wrote nothing', () => {
    const { plan: undo, verdicts } = makeUndoPlan(aRecord(plan), new Map(), aFrame());
    expect([undo.changes, verdicts]).toEqual([[], []]);
  });
});
