import { describe, expect, it } from 'vitest';
import type { EventDraft } from './envelope.ts';
import { makeEventLog } from './event-log.ts';

const draft = (at: number, more = {}): EventDraft => ({
  at,
  source: 'aws.organizations',
  detailType: 'AWS Service Event via CloudTrail',
  account: '111122223333',
  detail: (eventID) => ({ eventID, ...more }),
});

const make = (options = {}) => makeEventLog({ capacity: 3, delay: 0, seed: 1, ...options });

const placesIn = (log: ReturnType<typeof make>, seq = -1, now = 1e9): readonly number[] =>
  log.after(seq, now).map((each) => each.seq);

describe('the log of events', () => {
  it('keeps the last ones, and says which those are', () => {
    const log = make();
    for (const at of [1, 2, 3, 4, 5]) log.publish(draft(at));
    expect(placesIn(log)).toEqual([2, 3, 4]);
    expect(placesIn(log, 3)).toEqual([4]);
    expect(placesIn(log, 4)).toEqual([]);
    expect(log.bounds()).toEqual({ first: 2, last: 4 });
  });

  it('keeps fewer where they are very long, and the last one in any case', () => {
    const log = make({ capacity: 100 });
    const text = 'x'.repeat(30 * 1024 * 1024);
    for (const at of [1, 2, 3]) log.publish(draft(at, { text }));
    expect(placesIn(log)).toEqual([1, 2]);
  });

  it('shows an event only after its delay', () => {
    const log = make({ delay: 1000 });
    log.publish(draft(500));
    expect(placesIn(log, -1, 1499)).toEqual([]);
    expect(log.nextVisible(-1)).toBe(1500);
    expect(placesIn(log, -1, 1500)).toEqual([0]);
    expect(log.nextVisible(0)).toBe(Number.POSITIVE_INFINITY);
  });

  it('counts from the beginning once it was cleared, with the same ids, and tells those who watch', () => {
    const log = make();
    const heard: number[] = [];
    const stop = log.watch(() => heard.push(log.bounds().last));
    log.publish(draft(1));
    const before = log.after(-1, 1);
    log.clear();
    log.publish(draft(1));
    expect(log.after(-1, 1)).toEqual(before);
    expect(heard).toEqual([0, -1, 0]);
    stop();
    log.publish(draft(2));
    expect(heard).toHaveLength(3);
    expect(log.generation()).toBe(1);
  });

  it('gives other ids for another seed and another time', () => {
    const idOf = (seed: number, at: number): unknown => {
      const log = make({ seed });
      log.publish(draft(at));
      return log.after(-1, at)[0]?.event.id;
    };
    expect(new Set([idOf(1, 1), idOf(2, 1), idOf(1, 2)]).size).toBe(3);
    expect(idOf(1, 1)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(make().requestId(1)).toBe(make().requestId(1));
    expect(make().requestId(1)).not.toBe(make().requestId(2));
  });
});
