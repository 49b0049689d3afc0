/** How many objects are asked for at once. Own choice: far below what S3 allows one prefix. */
const atOnce = 16;

/** Runs a task for every item, some at a time, and gives the results in the order of the items; the first rejection is passed on. */
export const runAllInOrder = async <Item, Value>(
  items: readonly Item[],
  task: (item: Item) => Promise<Value>,
): Promise<Value[]> => {
  const results: Value[] = [];
  for (let from = 0; from < items.length; from += atOnce)
    results.push(...(await Promise.all(items.slice(from, from + atOnce).map(task))));
  return results;
};
