import type { Claim } from '../journal/journal-store.ts';

/** Where a watch keeps what it remembers, beside the journals: small texts by name. */
export interface Shelf {
  /** Where that is, for people. */
  readonly place: string;
  /** Keeps other watches out until it is released. */
  claim(): Promise<Claim>;
  /** Undefined when there is no such text. */
  read(name: string): Promise<string | undefined>;
  /** Replaces a text whole, durably when its promise resolves. */
  write(name: string, text: string): Promise<void>;
  /** Takes a text away; there may be none. */
  remove(name: string): Promise<void>;
}

/** The names of the texts. */
export const shelfNames = { state: 'watch.json', pause: 'paused.json' } as const;
