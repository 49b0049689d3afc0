import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { makeVirtualClock } from './virtual-clock.ts';

it('stands still until everybody sleeps, and then jumps to the one who wakes next', async () => {
  const clock = makeVirtualClock(1_000);
  const seen: string[] = [];
  const sleeper = async (name: string, milliseconds: number) => {
    await clock.sleep(milliseconds);
    seen.push(`${name} at ${clock.now()}`);
  };
  await clock.run(Promise.all([sleeper('late', 3_600_000), sleeper('early', 10), sleeper('middle', 500)]));
  expect(seen).toEqual(['early at 1010', 'middle at 1500', 'late at 3601000']);
});

it('wakes those who wake together in the order in which they lay down', async () => {
  const clock = makeVirtualClock(0);
  const seen: number[] = [];
  const sleepers = [1, 2, 3, 4].map(async (name) => {
    await clock.sleep(50);
    seen.push(name);
  });
  await clock.run(Promise.all(sleepers));
  expect(seen).toEqual([1, 2, 3, 4]);
});

it('lets those who were woken go to sleep again before it moves on', async () => {
  const clock = makeVirtualClock(0);
  const seen: number[] = [];
  const often = async () => {
    for (let turn = 0; turn < 3; turn++) {
      await clock.sleep(10);
      seen.push(clock.now());
    }
  };
  const once = async () => {
    await clock.sleep(25);
    seen.push(clock.now());
  };
  await clock.run(Promise.all([often(), once()]));
  expect(seen).toEqual([10, 20, 25, 30]);
});

it('rejects a sleep that is aborted, at once and with the reason, and leaves the others asleep', async () => {
  const clock = makeVirtualClock(0);
  const stop = new AbortController();
  const task = async () => {
    const long = clock.sleep(1_000, stop.signal).catch((reason: unknown) => `${String(reason)} at ${clock.now()}`);
    await clock.sleep(10);
    stop.abort('enough');
    const aborted = await long;
    await clock.sleep(10);
    return [aborted, clock.now()];
  };
  expect(await clock.run(task())).toEqual(['enough at 10', 20]);
});

it('does not sleep at all when it was aborted before', async () => {
  const clock = makeVirtualClock(0);
  await expect(clock.sleep(10, AbortSignal.abort('too late'))).rejects.toBe('too late');
});

it('listens to a signal only while it sleeps', async () => {
  const clock = makeVirtualClock(0);
  const { signal } = new AbortController();
  for (let count = 0; count < 3; count++) await clock.run(clock.sleep(10, signal));
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

it('takes a negative sleep for none', async () => {
  const clock = makeVirtualClock(5);
  await clock.run(clock.sleep(-100));
  expect(clock.now()).toBe(5);
});

it('passes on what the task came to, a rejection too', async () => {
  const clock = makeVirtualClock(0);
  expect(await clock.run(Promise.resolve('done'))).toBe('done');
  await expect(clock.run(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});
