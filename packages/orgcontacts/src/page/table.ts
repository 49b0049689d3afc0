/** Gives equal things the same index. */
export interface Table<Value> {
  /** The index of a value, which is added when it is new. */
  readonly indexOf: (value: Value) => number;
  /** What was added, by index. */
  readonly values: readonly Value[];
}

/** Makes a table of things that are the same when their key is. */
export const makeTable = <Value>(keyOf: (value: Value) => string = (value) => JSON.stringify(value)): Table<Value> => {
  const indexes = new Map<string, number>();
  const values: Value[] = [];
  return {
    values,
    indexOf: (value) => {
      const key = keyOf(value);
      const known = indexes.get(key);
      if (known !== undefined) return known;
      indexes.set(key, values.length);
      return values.push(value) - 1;
    },
  };
};
