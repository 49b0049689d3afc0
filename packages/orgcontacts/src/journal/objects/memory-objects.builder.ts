import type { ObjectStore } from './object-store.ts';

/** Objects in memory, for tests: each call takes a turn of the event loop, and `fail` may refuse it. */
export const makeMemoryObjects = (
  fail: (operation: string, key: string) => Error | undefined = () => undefined,
): ObjectStore & { readonly objects: Map<string, Buffer> } => {
  const objects = new Map<string, Buffer>();
  const turn = async (operation: string, key: string): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    const failure = fail(operation, key);
    if (failure) throw failure;
  };
  const under = (prefix: string) => [...objects.keys()].filter((key) => key.startsWith(prefix)).toSorted();
  return {
    objects,
    place: 'objects in memory',
    get: async (key) => {
      await turn('get', key);
      return objects.get(key);
    },
    put: async (key, body) => {
      await turn('put', key);
      objects.set(key, Buffer.from(body));
    },
    create: async (key, body) => {
      await turn('create', key);
      if (objects.has(key)) return false;
      objects.set(key, Buffer.from(body));
      return true;
    },
    list: async (prefix) => {
      await turn('list', prefix);
      return under(prefix);
    },
    folders: async (prefix) => {
      await turn('list', prefix);
      return [...new Set(under(prefix).map((key) => key.slice(prefix.length).split('/')[0] ?? ''))];
    },
    remove: async (key) => {
      await turn('remove', key);
      objects.delete(key);
    },
  };
};
