import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import { concludeLook } from './conclude-look.ts';
import { decide } from './decide.ts';
import { aSignal, noon } from './event.builder.ts';
import { noteSignal } from './note-signal.ts';
import { parseEvent } from './parse-event.ts';
import { type Signal, signalKinds } from './signal.ts';
import { watchPace as pace } from './watch-pace.ts';
import { newWatchState, type WatchState } from './watch-state.ts';

const ids = ['444455556666', '555566667777', '666677778888'].map(anId);

const signals: fc.Arbitrary<readonly Signal[]> = fc
  .array(fc.record({ kind: fc.constantFrom(...signalKinds), account: fc.nat(2), at: fc.nat(3_600_000) }), {
    maxLength: 12,
  })
  .map((drawn) =>
    drawn.map(({ kind, account, at }, index) =>
      aSignal(kind, ids[account] ?? anId('444455556666'), { id: `event-${index}`, at: noon + at }),
    ),
  );

/** The same signals as somebody else may get them: in any order, some of them more often. */
const deliveries = signals.chain((all) =>
  fc.tuple(
    fc.constant(all),
    fc.array(fc.nat(Math.max(0, all.length - 1)), { maxLength: all.length === 0 ? 0 : 12 }).chain((again) =>
      fc.shuffledSubarray([...all, ...again.flatMap((index) => all[index] ?? [])], {
        minLength: all.length + again.length,
      }),
    ),
  ),
);

const noteAt = (all: readonly Signal[], now: number): WatchState =>
  all.reduce((state, signal) => noteSignal(state, signal, now, pace), newWatchState);

it('in whatever order signals come, and however often, the same is remembered', () => {
  fc.assert(
    fc.property(deliveries, ([once, again]) => {
      expect(noteAt(again, noon)).toEqual(noteAt(once, noon));
    }),
  );
});

/** Lets signals come at their times, and every account be looked at when it is due; gives what is left, and which accounts were looked at. */
const play = (arrivals: readonly (readonly [Signal, number])[]) => {
  const looked = new Map<string, number>();
  const queue = arrivals.toSorted((one, other) => one[1] - other[1]);
  let state: WatchState = { ...newWatchState, swept: noon };
  let now = noon;
  while (queue.length > 0 || Object.keys(state.waiting).length > 0) {
    const dues = Object.values(state.waiting).map(({ due }) => due);
    now = Math.max(now, Math.min(...dues, queue[0]?.[1] ?? Number.POSITIVE_INFINITY));
    for (; queue[0] && queue[0][1] <= now; queue.shift()) state = noteSignal(state, queue[0][0], now, pace);
    const { accounts } = decide(state, now, pace);
    for (const account of accounts) looked.set(account, now);
    const results = new Map(accounts.map((account) => [account, { kind: 'settled' } as const]));
    state = concludeLook(state, { began: state.waiting, results }, now, pace).state;
  }
  return { looked, seen: new Set(Object.keys(state.seen)), waiting: state.waiting };
};

it('doubled, out of order and late, signals end in the same state: each account looked at after the last that came new', () => {
  fc.assert(
    fc.property(deliveries, fc.infiniteStream(fc.nat(60_000)), ([once, again], delays) => {
      const inTime = play(once.map((signal) => [signal, noon] as const));
      const arrivals = again.map((signal) => [signal, noon + (delays.next().value ?? 0)] as const);
      const late = play(arrivals);
      expect(late.seen).toEqual(inTime.seen);
      expect(late.waiting).toEqual({});
      expect(new Set(late.looked.keys())).toEqual(new Set(inTime.looked.keys()));
      for (const id of new Set(again.map(({ id: each }) => each))) {
        const mine = arrivals.filter(([signal]) => signal.id === id);
        const first = Math.min(...mine.map(([, at]) => at));
        expect(late.looked.get(mine[0]?.[0].accountId ?? '')).toBeGreaterThanOrEqual(first);
      }
    }),
  );
});

it('no account waits longer than it has to', () => {
  fc.assert(
    fc.property(signals, fc.array(fc.nat(500), { minLength: 12, maxLength: 12 }), (all, gaps) => {
      let now = noon;
      let state = newWatchState;
      const first = new Map<string, number>();
      all.forEach((signal, index) => {
        now += gaps[index] ?? 0;
        if (!first.has(signal.accountId)) first.set(signal.accountId, now);
        state = noteSignal(state, signal, now, pace);
      });
      for (const [id, at] of first) expect(state.waiting[id]?.due).toBeLessThanOrEqual(at + pace.longest);
    }),
  );
});

it('nothing that comes as an event is ever thrown over', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (event) => {
      expect(['signal', 'ignored']).toContain(parseEvent(event).kind);
    }),
  );
});
