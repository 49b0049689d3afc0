import type { Contact } from '../contact/contact.ts';
import { reservedNames } from '../policy/wants.ts';

/** Gives contacts readable names, each its own: by what they are called, or by their address. Pure. */
export const nameContacts = (contacts: ReadonlyMap<string, Contact>): ReadonlyMap<string, string> => {
  const nextFree = countUp(reservedNames);
  return new Map(
    [...contacts].map(([label, { name, email }]) => [
      label,
      nextFree(slugOf(name) || slugOf(email.split('@')[0] ?? '') || 'contact'),
    ]),
  );
};

/** Gives each name once, and numbered ones after that; it goes on where it was, since thousands of contacts may be called the same. */
const countUp = (reserved: readonly string[]): ((name: string) => string) => {
  const taken = new Set(reserved);
  const last = new Map<string, number>();
  return (name) => {
    let number = last.get(name) ?? 0;
    let candidate: string;
    do {
      number++;
      candidate = number === 1 ? name : `${name}-${number}`;
    } while (taken.has(candidate));
    last.set(name, number);
    taken.add(candidate);
    return candidate;
  };
};

/** What a text comes to in small letters, digits and dashes; letters lose their accents. */
const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
