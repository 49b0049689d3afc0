import type { World } from 'orgcontacts-emulator';

/** Every contact of a world as text, by account and type. */
export type Contacts = ReadonlyMap<string, string>;

/** The contacts of a snapshot. */
export const contactsOf = (world: World): Contacts =>
  new Map(
    world.accounts.flatMap(({ id, contacts }) =>
      Object.entries(contacts ?? {}).map(([type, contact]) => [`${id} ${type}`, JSON.stringify(contact)] as const),
    ),
  );

/** Names what differs between two sets of contacts: lost, added or changed. */
export const differencesBetween = (before: Contacts, after: Contacts): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key)).sort();
