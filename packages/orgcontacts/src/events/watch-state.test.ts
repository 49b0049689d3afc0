import { describe, expect, it } from 'vitest';
import type { AccountId } from '../contact/account-id.ts';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import { concludeLook, type LookResult } from './conclude-look.ts';
import { decide } from './decide.ts';
import { aSignal, noon } from './event.builder.ts';
import { isNew, noteSignal } from './note-signal.ts';
import { readWatchState } from './read-watch-state.ts';
import type { Signal } from './signal.ts';
import { watchPace as pace } from './watch-pace.ts';
import { newWatchState, type WatchState } from './watch-state.ts';

const id = anId('444455556666');
const other = anId('555566667777');
const swept: WatchState = { ...newWatchState, swept: noon };

const note = (state: WatchState, now: number, ...signals: readonly Signal[]): WatchState =>
  signals.reduce((noted, signal) => noteSignal(noted, signal, now, pace), state);

const conclude = (state: WatchState, result: LookResult, now: number, account: AccountId = id) =>
  concludeLook(state, { began: state.waiting, results: new Map([[account, result]]) }, now, pace);

const later: LookResult = { kind: 'later', because: 'AWS does not accept it yet' };

describe('a signal', () => {
  it('asks for a look once its account was quiet for a while', () => {
    const state = note(swept, noon, aSignal('moved', id));
    expect(decide(state, noon, pace)).toMatchObject({ accounts: [], until: noon + pace.quiet });
    expect(decide(state, noon + pace.quiet, pace).accounts).toEqual([id]);
  });

  it('is looked into together with those that follow it, and not put off for ever', () => {
    let state = swept;
    for (let at = 0; at < 20_000; at += 900)
      state = note(state, noon + at, aSignal('re-tagged', id, { at: noon + at }));
    expect(state.waiting[id]?.due).toBe(noon + pace.longest);
  });

  it('that comes twice changes nothing', () => {
    const once = note(swept, noon, aSignal('moved', id));
    expect(note(once, noon + 500, aSignal('moved', id))).toBe(once);
  });

  it('about one account leaves the others alone', () => {
    const state = note(swept, noon, aSignal('moved', id), aSignal('moved', other));
    expect(Object.keys(conclude(state, { kind: 'settled' }, noon + 1000).state.waiting)).toEqual([other]);
  });

  it('that comes during a look asks for another one', () => {
    const began = note(swept, noon, aSignal('moved', id));
    const meanwhile = note(began, noon + 1500, aSignal('re-tagged', id));
    const look = { began: began.waiting, results: new Map([[id, { kind: 'settled' } as const]]) };
    expect(concludeLook(meanwhile, look, noon + 2000, pace).state.waiting[id]).toEqual(meanwhile.waiting[id]);
  });

  it('after looks in vain begins the patience anew', () => {
    const tried = conclude(note(swept, noon, aSignal('joined', id)), later, noon + pace.retryFor - 1).state;
    const state = note(tried, noon + pace.retryFor, aSignal('moved', id));
    expect(state.waiting[id]).toMatchObject({ tries: 0, since: noon + pace.retryFor });
  });
});

describe('an account that AWS does not let be touched yet', () => {
  it('is tried every two seconds at first, every half minute later, and in the end left to the schedule', () => {
    let state = note(swept, noon, aSignal('joined', id));
    const times: number[] = [];
    for (;;) {
      const { due } = state.waiting[id] ?? { due: 0 };
      times.push(due - noon);
      const { state: next, givenUp } = conclude(state, later, due);
      state = next;
      if (givenUp.length === 0) continue;
      expect(givenUp).toEqual([{ accountId: id, because: 'AWS does not accept it yet' }]);
      break;
    }
    expect(times.slice(0, 3)).toEqual([1000, 3000, 5000]);
    expect(times.at(-1)).toBeGreaterThanOrEqual(pace.retryFor);
    expect(times.length).toBeLessThan(300);
    expect(state.waiting).toEqual({});
  });

  it('is only waited for while it is missing if it came last', () => {
    const missing: LookResult = { ...later, isMissing: true };
    const joined = note(swept, noon, aSignal('joined', id, { at: noon }));
    expect(conclude(joined, missing, noon + 1000).state.waiting).toHaveProperty(id);
    const left = note(joined, noon, aSignal('departed', id, { at: noon + 5000 }));
    expect(conclude(left, missing, noon + 1000)).toMatchObject({ state: { waiting: {} }, givenUp: [] });
    const again = note(left, noon, aSignal('joined', id, { at: noon + 9000 }));
    expect(isNew(again.waiting[id] ?? { because: {} })).toBe(true);
  });
});

describe('everything', () => {
  it('is looked at first, and again after a while', () => {
    expect(decide(newWatchState, noon, pace)).toMatchObject({ sweep: true });
    expect(decide(swept, noon + pace.every - 1, pace)).toMatchObject({ sweep: false, until: noon + pace.every });
    expect(decide(swept, noon + pace.every, pace).sweep).toBe(true);
  });
});

describe('what is remembered', () => {
  it('comes back from its text as it was', () => {
    const state = note(swept, noon, aSignal('moved', id), aSignal('joined', other));
    expect(readWatchState(JSON.stringify(state))).toEqual(state);
  });

  it.each(['', '{', '[]', '{"format":"orgcontacts/watch","version":2}'])('cannot be read from %j', (text) => {
    expect(readWatchState(text)).toBeUndefined();
  });

  it('does not grow for ever: old events are forgotten', () => {
    const state = note(swept, noon, aSignal('moved', id));
    expect(conclude(state, { kind: 'settled' }, noon + pace.seenFor + 1).state.seen).toEqual({});
  });
});
