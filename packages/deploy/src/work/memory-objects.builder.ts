import type { Objects } from './objects.ts';

/** A bucket in memory. */
export interface MemoryObjects extends Objects {
  readonly kept: Map<string, string>;
}

/** Makes a bucket in memory with these objects in it. */
export const memoryObjects = (...first: readonly (readonly [string, string])[]): MemoryObjects => {
  const kept = new Map(first);
  return {
    kept,
    get: async (key) => kept.get(key),
    put: async (key, text) => {
      kept.set(key, text);
    },
  };
};
