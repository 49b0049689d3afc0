import { expect, it } from 'vitest';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import { changes } from '../plan/plan.builder.ts';
import { renderPlan } from '../plan/read-plan.ts';
import { chainStart, linkEntry } from './chain.ts';
import type { Entry } from './entry.ts';
import {
  aHeader,
  anIntent,
  anOutcome,
  aPlanOf,
  aRecord,
  aStoredRun,
  at,
  journalOf,
  written,
} from './journal.builder.ts';
import { readRun } from './run-record.ts';

const plan = aPlanOf(changes(4, 'update'));
const ended: Entry = { kind: 'ended', at: at(9), how: 'interrupted', detail: 'interrupted by the user' };

it('puts intents and the last outcome together by item', () => {
  const { header, items } = aRecord(plan, [
    anIntent(plan, 0),
    anIntent(plan, 1),
    anOutcome(1, written),
    anOutcome(0, { kind: 'failed', failure: aFailure() }),
    anOutcome(2, { kind: 'done', how: 'already' }),
  ]);
  expect(header).toEqual(aHeader(plan));
  expect([...items.keys()]).toEqual([0, 1, 2]);
  expect(items.get(0)).toMatchObject({ intents: [anIntent(plan, 0)], outcome: { kind: 'failed' } });
  expect(items.get(1)).toMatchObject({ intents: [anIntent(plan, 1)], outcome: written });
  expect(items.get(2)).toMatchObject({ intents: [], outcome: { kind: 'done', how: 'already' } });
});

it('knows no outcome of an item that was killed between its intent and its end', () => {
  const { items, ended: end } = aRecord(plan, [anIntent(plan, 0)]);
  expect(items.get(0)).toEqual({ intents: [anIntent(plan, 0)] });
  expect(end).toBeUndefined();
});

it('opens an item again with a new intent, and keeps the older ones', () => {
  const { items } = aRecord(plan, [
    anIntent(plan, 0, 1),
    anOutcome(0, { kind: 'failed', failure: aFailure() }),
    anIntent(plan, 0, 5),
  ]);
  expect(items.get(0)).toEqual({ intents: [anIntent(plan, 0, 1), anIntent(plan, 0, 5)] });
});

it('knows how the run ended, unless it was taken up again since', () => {
  expect(aRecord(plan, [ended]).ended).toMatchObject({ how: 'interrupted', detail: 'interrupted by the user' });
  expect(aRecord(plan, [ended, { kind: 'resumed', at: at(10), tool: '0.0.0' }]).ended).toBeUndefined();
});

it('goes on after the last whole line when the last one was torn', () => {
  const { plan: text, journal } = aStoredRun(plan, [anIntent(plan, 0)]);
  const torn = Buffer.concat([journal, Buffer.from('{"kind":"done","at":"2026')]);
  const read = readRun({ plan: text, journal: torn });
  expect(read).toMatchObject({ kind: 'run', record: { length: journal.length, lines: 2 } });
});

it.each<[string, Parameters<typeof readRun>[0], RegExp]>([
  ['its plan was damaged', { ...aStoredRun(plan), plan: '{' }, /its plan.json cannot be used: it is not a plan file/],
  [
    'its plan was edited',
    { ...aStoredRun(plan), plan: renderPlan({ ...plan, changes: plan.changes.slice(1) }) },
    /its plan.json cannot be used: .*edited or damaged/,
  ],
  [
    'its plan is of another version',
    { ...aStoredRun(plan), plan: JSON.stringify({ ...plan, version: 2 }) },
    /its plan.json cannot be used: it is of version 2/,
  ],
  [
    'its plan is the plan of another run',
    { ...aStoredRun(plan), plan: renderPlan(aPlanOf(changes(4, 'delete'))) },
    /its plan.json is not the plan that its journal began with/,
  ],
  [
    'a line of its journal was changed',
    {
      plan: renderPlan(plan),
      journal: Buffer.from(
        journalOf([aHeader(plan), anIntent(plan, 0)])
          .toString()
          .replace('run-1', 'run-2'),
      ),
    },
    /line 2 of its journal was changed/,
  ],
  ['nothing was written', { plan: renderPlan(plan), journal: Buffer.alloc(0) }, /has no header: nothing was written/],
  [
    'its header was torn',
    { plan: renderPlan(plan), journal: journalOf([aHeader(plan)]).subarray(0, 40) },
    /has no header: nothing was written/,
  ],
  [
    'its journal begins with something else',
    { plan: renderPlan(plan), journal: Buffer.from(linkEntry(ended, chainStart).line) },
    /has no header/,
  ],
])('is unusable when %s, and says so', (_, stored, because) => {
  expect(readRun(stored)).toEqual({ kind: 'unusable', because: expect.stringMatching(because) });
});
