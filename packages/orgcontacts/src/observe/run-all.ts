/**
 * Runs a task for every item, so many at a time, and gives the results in the order of the items. The first rejection ends it:
 * nothing new is begun, and the rejection is passed on once those already begun have ended.
 */
export const runAll = async <Item, Value>(
  items: readonly Item[],
  atOnce: number,
  task: (item: Item, index: number) => Promise<Value>,
): Promise<Value[]> => {
  const results = new Array<Value>(items.length);
  let next = 0;
  let broken = false;
  const worker = async (): Promise<void> => {
    while (next < items.length && !broken) {
      const index = next++;
      // The index is below the length: there is an item.
      results[index] = await task(items[index] as Item, index);
    }
  };
  const guarded = () =>
    worker().catch((thrown: unknown) => {
      broken = true;
      throw thrown;
    });
  const ends = await Promise.allSettled(Array.from({ length: Math.min(atOnce, items.length) }, guarded));
  const rejected = ends.find((end) => end.status === 'rejected');
  if (rejected) throw rejected.reason;
  return results;
};
