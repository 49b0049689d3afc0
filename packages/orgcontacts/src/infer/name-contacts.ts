import type { Contact } from '../contact/contact.ts';
import { reservedNames } from '../policy/wants.ts';

/** Gives contacts readable names, each its own: by what they are called, or by their address. Pure. */
export const nameContacts = (contacts: ReadonlyMap<string, Contact>): ReadonlyMap<string, string> => {
  const taken = new Set<string>(reservedNames);
  return new Map(
    [...contacts].map(([label, { name, email }]) => {
      const chosen = firstFree(slugOf(name) || slugOf(email.split('@')[0] ?? '') || 'contact', taken);
      taken.add(chosen);
      return [label, chosen];
    }),
  );
};

const firstFree = (name: string, taken: ReadonlySet<string>): string => {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
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
