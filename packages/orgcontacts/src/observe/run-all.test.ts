import { expect, it } from 'vitest';
import { makeVirtualClock } from '../pace/virtual-clock.ts';
import { runAll } from './run-all.ts';

it('gives the results in the order of the items, whichever ends first', async () => {
  const clock = makeVirtualClock(0);
  const task = runAll([30, 10, 20], 3, async (pause, index) => {
    await clock.sleep(pause);
    return `${index}:${pause}`;
  });
  expect(await clock.run(task)).toEqual(['0:30', '1:10', '2:20']);
});

it('has so many under way at once, and no more', async () => {
  const clock = makeVirtualClock(0);
  let underWay = 0;
  let most = 0;
  const task = runAll(
    Array.from({ length: 20 }, (_, index) => index),
    4,
    async (item) => {
      most = Math.max(most, ++underWay);
      await clock.sleep(10 + (item % 3));
      underWay--;
    },
  );
  await clock.run(task);
  expect(most).toBe(4);
});

it('is done at once with no items', async () => {
  expect(await runAll([], 4, () => Promise.reject(new Error('never called')))).toEqual([]);
});

it('begins nothing new after a rejection, and passes it on once what had begun has ended', async () => {
  const clock = makeVirtualClock(0);
  const begun: number[] = [];
  const ended: number[] = [];
  const task = runAll([1, 2, 3, 4, 5, 6], 2, async (item) => {
    begun.push(item);
    await clock.sleep(item === 1 ? 10 : 50);
    if (item === 1) throw new Error('the first broke');
    ended.push(item);
  });
  await expect(clock.run(task)).rejects.toThrow('the first broke');
  expect(begun).toEqual([1, 2]);
  expect(ended).toEqual([2]);
});

it('passes on undefined as a rejection too', async () => {
  const task = runAll([1], 1, () => Promise.reject(undefined));
  await expect(task).rejects.toBeUndefined();
});
