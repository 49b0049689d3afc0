import { describe, expect, it } from 'vitest';
import { newWatchState } from '../../../events/watch-state.ts';
import type { Happening } from '../../../watch/happening.ts';
import { makeMemory } from '../../../watch/memory.ts';
import { anIo } from '../../io.builder.ts';
import { noteCondition, readHealth } from './read-health.ts';
import { renderHappening } from './render-happening.ts';
import { makeTelling } from './telling.ts';

const accountId = '444455556666';
const contacts = [{ accountId, type: 'SECURITY' }] as const;
const counts = { items: 3, written: 1, already: 1, skipped: 0, failed: 1, unconfirmed: 0, open: 0 };
const hour = 3_600_000;

/** Each thing that may happen, and what a line has to say of it. */
const lines: readonly (readonly [Happening, RegExp])[] = [
  [{ kind: 'started', mode: 'report', events: null }, /^watching, mode report, events none$/],
  [{ kind: 'event', what: 'moved', accountId }, /^event: 444455556666 moved$/],
  [{ kind: 'ignored', because: 'its state is FAILED' }, /ignored: its state is FAILED/],
  [{ kind: 'events-lost', because: 'the stream ended' }, /do not come: the stream ended/],
  [{ kind: 'events-missed', because: 'gap' }, /everything is looked at/],
  [{ kind: 'events-back' }, /come again/],
  [
    { kind: 'looked', accounts: 'all', changes: 0, findings: 0, isIncomplete: false },
    /^looked at everything: as wanted$/,
  ],
  [
    { kind: 'looked', accounts: [accountId], changes: 1, findings: 1, isIncomplete: true },
    /^looked at 444455556666: 2 contacts other than wanted, some could not be read or decided$/,
  ],
  [{ kind: 'wrote', run: 'run-1', counts, detail: 'denied' }, /^wrote 1 contact, 1 not done \(denied\): run run-1$/],
  [{ kind: 'reported', contacts }, /left so: 444455556666 SECURITY$/],
  [{ kind: 'contested', contacts }, /^contested.*444455556666 SECURITY$/],
  [
    { kind: 'refused', changes: 11, breaches: [{ what: 'updates', type: null, found: 11, allowed: 10 }] },
    /^11 changes not written, they pass a limit .*orgcontacts plan$/,
  ],
  [{ kind: 'later', accountId, because: 'denied', tries: 2 }, /444455556666 again later, try 2: denied/],
  [{ kind: 'given-up', accountId, because: 'denied' }, /444455556666 left to the next look at everything: denied/],
  [{ kind: 'paused', because: 'writing is paused since noon' }, /^writing is paused since noon$/],
  [{ kind: 'unpaused' }, /goes on/],
  [{ kind: 'trouble', because: 'no policy' }, /^nothing was written: no policy$/],
  [{ kind: 'stopped' }, /^stopped$/],
];

it.each(lines)('%j is told in a line', (happening, said) => {
  expect(renderHappening(happening)).toMatch(said);
  expect(renderHappening(happening)).not.toContain('\n');
});

describe('a telling', () => {
  it('prints a line of text or of JSON for each thing, with its time', async () => {
    const memory = makeMemory(newWatchState, async () => {});
    const tell = async (json: boolean) => {
      const io = anIo();
      const telling = await makeTelling(io, { json, every: hour }, memory, async () => undefined);
      telling.tell({ kind: 'stopped' });
      await telling.close();
      return io.said();
    };
    expect(await tell(false)).toBe('2026-01-01T00:00:00.000Z stopped\n');
    expect(JSON.parse(await tell(true))).toEqual({
      format: 'orgcontacts/happening',
      version: 1,
      at: '2026-01-01T00:00:00.000Z',
      kind: 'stopped',
    });
  });
});

describe('the health of a watch', () => {
  const facts = {
    state: { ...newWatchState, swept: hour },
    now: 2 * hour,
    startedAt: 0,
    every: hour,
    pause: undefined,
  };
  const nothing = { events: null, lastTrouble: null };

  it('is behind when everything was last looked at longer ago than twice the time between', () => {
    expect(readHealth({ ...facts, ...nothing })).toMatchObject({
      status: 'ok',
      lastLookAtEverything: '1970-01-01T01:00:00.000Z',
    });
    expect(readHealth({ ...facts, ...nothing, now: 3 * hour + 1 })).toMatchObject({ status: 'behind' });
    expect(readHealth({ ...facts, ...nothing, now: 9 * hour, pause: 'paused' })).toMatchObject({ status: 'paused' });
    expect(readHealth({ ...facts, ...nothing, state: newWatchState })).toMatchObject({ status: 'ok' });
  });

  it('knows whether events come, and the last trouble', () => {
    const note = (...happenings: readonly Happening[]) => happenings.reduce(noteCondition, nothing);
    const started: Happening = { kind: 'started', mode: 'report', events: 'queue' };
    expect(note(started)).toEqual({ events: 'connected', lastTrouble: null });
    expect(note(started, { kind: 'events-lost', because: '' })).toMatchObject({ events: 'lost' });
    expect(note(started, { kind: 'events-lost', because: '' }, { kind: 'events-back' })).toMatchObject({
      events: 'connected',
    });
    expect(note({ kind: 'trouble', because: 'no policy' })).toMatchObject({ lastTrouble: 'no policy' });
  });
});
