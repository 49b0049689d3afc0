import { describe, expect, it } from 'vitest';
import { makeMovableClock, realClock } from './clock.ts';
import { makeClock } from './world/worlds.builder.ts';

describe('a clock that can be set on', () => {
  it('goes with the clock below it, ahead by what it was set on', () => {
    const below = makeClock(1000);
    const clock = makeMovableClock(below);
    clock.advance(50);
    below.advance(5);
    clock.advance(0);
    expect([clock.now(), clock.offset(), below.now()]).toEqual([1055, 50, 1005]);
  });

  it.each([-1, Number.NaN])('is not set on by %d', (milliseconds) => {
    const clock = makeMovableClock(makeClock(0));
    expect(() => clock.advance(milliseconds)).toThrow('A clock cannot be set back');
    expect(clock.offset()).toBe(0);
  });

  it('waits as the clock below it does', async () => {
    const below = makeClock(0);
    await makeMovableClock(below).sleep(7);
    expect(below.now()).toBe(7);
  });
});

describe('the clock on the wall', () => {
  it('waits no longer once nobody wants it to', async () => {
    const gone = new AbortController();
    const waiting = realClock.sleep(3_600_000, gone.signal);
    gone.abort();
    await expect(waiting).resolves.toBeUndefined();
    await expect(realClock.sleep(3_600_000, gone.signal)).resolves.toBeUndefined();
  });

  it('waits, and says what time it is', async () => {
    const before = realClock.now();
    await realClock.sleep(1, new AbortController().signal);
    expect(realClock.now()).toBeGreaterThanOrEqual(before);
  });
});
