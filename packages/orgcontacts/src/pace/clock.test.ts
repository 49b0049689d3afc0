import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { realClock } from './clock.ts';

it('ends a sleep with the reason when it is aborted meanwhile', async () => {
  const stop = new AbortController();
  const sleep = realClock.sleep(3_600_000, stop.signal);
  stop.abort('interrupted');
  await expect(sleep).rejects.toBe('interrupted');
});

it('does not begin a sleep that was aborted before', async () => {
  await expect(realClock.sleep(3_600_000, AbortSignal.abort('too late'))).rejects.toBe('too late');
});

it('wakes up again, and an abort afterwards changes nothing', async () => {
  const stop = new AbortController();
  const before = realClock.now();
  await realClock.sleep(1, stop.signal);
  expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
  stop.abort('too late');
  expect(realClock.now()).toBeGreaterThanOrEqual(before);
});
