import { describe, expect, it } from 'vitest';
import { changeTo, mary, planOf } from '../apply/run.builder.ts';
import type { Contact } from '../contact/contact.ts';
import { anAccount, anId, aWorld, manyAccounts } from '../gateway/memory/memory-world.builder.ts';
import type { RunRecord } from '../journal/run-fold.ts';
import type { Plan } from '../plan/plan.ts';
import { concludeLook, noteSweep } from './conclude-look.ts';
import { noteContests } from './contest.ts';
import { aSignal, noon } from './event.builder.ts';
import { noteSignal } from './note-signal.ts';
import { noteWrites } from './note-writes.ts';
import type { SignalKind } from './signal.ts';
import type { WatchMode } from './watch-mode.ts';
import { watchPace } from './watch-pace.ts';
import { newWatchState, type WatchState } from './watch-state.ts';
import { newContests, weighPlan } from './weigh-plan.ts';

const id = anId('444455556666');
const edited: Contact = { ...mary, name: 'Somebody Else' };
const day = 86_400_000;

const putRight = (wanted = mary): Plan => {
  const world = aWorld([anAccount(id, { contacts: { SECURITY: edited } })]);
  return planOf([changeTo(world, id, 'SECURITY', wanted)], noon);
};

/** A state that knows the policy of the plans above, and so many existing contacts. */
const known: WatchState = noteSweep(
  newWatchState,
  {
    ...planOf([], noon),
    scope: { accounts: 100, unreadableAccounts: 0, existing: { BILLING: 100, OPERATIONS: 100, SECURITY: 100 } },
  },
  noon,
);

let runs = 0;
/** The record of a run that wrote everything of a plan. */
const wrote = (plan: Plan): RunRecord => ({
  header: {
    kind: 'header',
    format: 'orgcontacts/journal',
    version: 1,
    at: new Date(noon).toISOString(),
    run: `run-${++runs}`,
    tool: '0.0.0',
    endpoint: 'memory',
    organizationId: 'o-exampleorgid',
    caller: { accountId: id, arn: '' },
    policy: null,
    undoOf: null,
    fingerprint: plan.fingerprint,
    approved: null,
    canary: [],
    reason: null,
    items: plan.changes.length,
  },
  plan,
  items: new Map(plan.changes.map((_, item) => [item, { intents: [], outcome: { kind: 'done', how: 'written' } }])),
});

const after = (state: WatchState, kind: SignalKind): WatchState =>
  noteSignal(state, aSignal(kind, id), noon, watchPace);

const weigh = (state: WatchState, plan: Plan, mode: WatchMode = 'restore', now = noon) => {
  const { write, report, contested, breaches } = weighPlan(state, plan, { mode, now });
  return { write: write.length, report: report.length, contested: contested.length, breaches };
};

describe('a contact that somebody edited', () => {
  it('is put right in the mode restore, and only told in the mode report', () => {
    const state = after(known, 'contact-changed');
    expect(weigh(state, putRight())).toMatchObject({ write: 1, report: 0 });
    expect(weigh(state, putRight(), 'report')).toMatchObject({ write: 0, report: 1 });
  });

  it.each(['joined', 'moved', 're-tagged', 'renamed'] as const)(
    'is written in either mode where the account was %s: nobody need have edited it',
    (kind) => {
      expect(weigh(after(known, kind), putRight(), 'report')).toMatchObject({ write: 1, report: 0 });
    },
  );

  it('is contested when it was put right twice in 24 hours and is other again', () => {
    const once = noteWrites(known, wrote(putRight()), noon);
    expect(weigh(once, putRight())).toMatchObject({ write: 1, contested: 0 });
    const twice = noteWrites(once, wrote(putRight()), noon + 1000);
    expect(weigh(twice, putRight())).toMatchObject({ write: 0, contested: 1 });
    expect(weigh(twice, putRight(), 'restore', noon + day + 500)).toMatchObject({ write: 1, contested: 0 });
  });

  it('is not contested because it was written for the first time, or for another place of its account', () => {
    const created = noteWrites(after(known, 'joined'), wrote(putRight()), noon);
    const settled = concludeLook(
      created,
      { began: created.waiting, results: new Map([[id, { kind: 'settled' }]]) },
      noon,
      watchPace,
    ).state;
    const once = noteWrites(settled, wrote(putRight()), noon + 1000);
    expect(weigh(once, putRight())).toMatchObject({ write: 1, contested: 0 });
    expect(weigh(noteWrites(once, wrote(putRight()), noon + 2000), putRight())).toMatchObject({ contested: 1 });
  });

  it('is not contested where something else was wanted in between', () => {
    const wanted = [mary, edited, mary];
    const state = wanted.reduce((noted, each, at) => noteWrites(noted, wrote(putRight(each)), noon + at), known);
    expect(weigh(state, putRight())).toMatchObject({ write: 1, contested: 0 });
  });

  it('stays contested until it was seen as it is wanted, or another value is wanted', () => {
    const twice = [0, 1].reduce((noted, at) => noteWrites(noted, wrote(putRight()), noon + at), known);
    const weighed = weighPlan(twice, putRight(), { mode: 'restore', now: noon });
    expect(newContests(twice, weighed)).toHaveLength(1);
    const accounts = new Set([id]);
    const contested = noteContests(twice, { contested: weighed.contested, accounts, now: noon });
    expect(newContests(contested, weighed)).toHaveLength(0);
    expect(weigh(contested, putRight(), 'restore', noon + 30 * day)).toMatchObject({ contested: 1 });
    expect(weigh(contested, putRight({ ...mary, title: 'CISO' }))).toMatchObject({ write: 1, contested: 0 });
    const seen = noteContests(contested, { contested: [], accounts, now: noon + 30 * day });
    expect(seen.contested).toEqual({});
    const others = noteContests(contested, { contested: [], accounts: new Set(), now: noon });
    expect(others.contested).toEqual(contested.contested);
  });
});

describe('limits', () => {
  const updates = (count: number, from = 0): Plan => {
    const world = aWorld(manyAccounts(from + count).map((account) => ({ ...account, contacts: { SECURITY: edited } })));
    const changes = [...world.accounts.keys()].slice(2 + from).map((each) => changeTo(world, each, 'SECURITY', mary));
    return planOf(changes, noon);
  };

  it('count over 24 hours: many small plans may not do what one large one may not', () => {
    let state = known;
    for (let run = 0; run < 3; run++) state = noteWrites(state, wrote(updates(10, run * 10)), noon + run);
    expect(weigh(state, updates(1, 40)).breaches).toEqual([
      { what: 'updates', type: 'SECURITY', found: 31, allowed: 30 },
    ]);
    expect(weigh(state, updates(1, 40), 'restore', noon + day + 10).breaches).toEqual([]);
  });

  it('are those of the whole organization, and not of the few accounts that a plan is about', () => {
    expect(weigh(known, updates(25)).breaches).toEqual([]);
    expect(weigh(newWatchState, updates(25)).breaches).not.toEqual([]);
  });

  it('count a run once, however often it is noted', () => {
    const record = wrote(updates(3));
    const state = noteWrites(known, record, noon);
    expect(noteWrites(state, record, noon + 1)).toBe(state);
  });
});
