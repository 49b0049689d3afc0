import { expect, it } from 'vitest';
import { makeTrialQueue, type Queued } from './trial-queue.ts';

/** Items named by their values: `['a', 'a', 'b']` are the items 0 and 1 with the value a, and 2 with b. */
const queueOf = (...values: readonly (string | null)[]) =>
  makeTrialQueue(values.map((value, item): Queued => ({ item, value })));

/** Whether a promise is still open after everything that is ready has run. */
const isWaiting = async (promise: Promise<unknown>): Promise<boolean> => {
  const waiting = Symbol('waiting');
  const soon = new Promise((resolve) => setImmediate(() => resolve(waiting)));
  return (await Promise.race([promise, soon])) === waiting;
};

it('hands out the first item of each value, in order, and makes the others wait', async () => {
  const queue = queueOf('a', 'a', 'b', 'a', 'c');
  expect([await queue.next(), await queue.next(), await queue.next()]).toEqual([0, 2, 4]);
  expect(await isWaiting(queue.next())).toBe(true);
});

it('hands out all others of a value once it is proven, to those who wait too', async () => {
  const queue = queueOf('a', 'a', 'a');
  await queue.next();
  const waiting = [queue.next(), queue.next()];
  expect(queue.settle(0, 'proven')).toEqual([]);
  expect(await Promise.all(waiting)).toEqual([1, 2]);
  expect(await queue.next()).toBeUndefined();
});

it('gives up all others of a value that was refused, and of no other value', async () => {
  const queue = queueOf('a', 'b', 'a', 'b', 'a');
  expect([await queue.next(), await queue.next()]).toEqual([0, 1]);
  expect(queue.settle(0, 'refused')).toEqual([2, 4]);
  expect(queue.settle(1, 'proven')).toEqual([]);
  expect([await queue.next(), await queue.next()]).toEqual([3, undefined]);
});

it('lets the next item try a value of which the trial was undecided, one at a time', async () => {
  const queue = queueOf('a', 'a', 'a', 'a');
  await queue.next();
  queue.settle(0, 'undecided');
  expect(await queue.next()).toBe(1);
  const waiting = queue.next();
  expect(await isWaiting(waiting)).toBe(true);
  queue.settle(1, 'proven');
  expect([await waiting, await queue.next()]).toEqual([2, 3]);
});

it('is at its end when the last item of a value was undecided too', async () => {
  const queue = queueOf('a', 'a');
  await queue.next();
  queue.settle(0, 'undecided');
  await queue.next();
  const waiting = queue.next();
  expect(queue.settle(1, 'undecided')).toEqual([]);
  expect(await waiting).toBeUndefined();
});

it('does not try deletes: nothing is written that could be refused', async () => {
  const queue = queueOf(null, null, null);
  expect([await queue.next(), await queue.next(), await queue.next(), await queue.next()]).toEqual([
    0,
    1,
    2,
    undefined,
  ]);
});

it('does not mind how items end whose value was decided before', async () => {
  const queue = queueOf('a', 'a', 'a');
  await queue.next();
  queue.settle(0, 'proven');
  await queue.next();
  expect(queue.settle(1, 'refused')).toEqual([]);
  expect(await queue.next()).toBe(2);
});

it('hands out nothing more once it is ended, and tells those who wait', async () => {
  const queue = queueOf('a', 'a', 'b');
  await queue.next();
  await queue.next();
  const waiting = queue.next();
  queue.end();
  expect([await waiting, await queue.next()]).toEqual([undefined, undefined]);
});

it('does not take items for refused that it never handed out because it was ended', async () => {
  const queue = queueOf('a', 'a', 'a');
  await queue.next();
  queue.end();
  expect(queue.settle(0, 'refused')).toEqual([]);
});

it('is at its end at once without items', async () => {
  expect(await queueOf().next()).toBeUndefined();
});
