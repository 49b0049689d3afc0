import { type ClaimTools, claimObjects } from '../journal/objects/claim-objects.ts';
import type { ObjectStore } from '../journal/objects/object-store.ts';
import type { Shelf } from './shelf.ts';

/** Keeps texts as objects, beside the journals of the same bucket. */
export const makeObjectShelf = (objects: ObjectStore, tools: ClaimTools): Shelf => ({
  place: objects.place,
  claim: async () => (await claimObjects(objects, 'watch-claims/', tools)).claim,
  read: async (name) => (await objects.get(name))?.toString('utf8'),
  write: (name, text) => objects.put(name, text),
  remove: (name) => objects.remove(name),
});
