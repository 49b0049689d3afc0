import type { ContactType } from '../contact/contact-type.ts';
import type { DraftAssignment, DraftWant } from './draft.ts';

/** The keys by which an assignment says what it wants, and the contact types they stand for. */
export const wantKeys = [
  ['security', 'SECURITY'],
  ['operations', 'OPERATIONS'],
  ['billing', 'BILLING'],
] as const satisfies readonly (readonly [string, ContactType])[];

/** Names that are no contacts: delete it, leave it alone. */
export const reservedNames = ['absent', 'unmanaged'];

/** What an assignment says by a word: the name of a contact, absent or unmanaged. */
export const wordsIn = ({ wants }: DraftAssignment): readonly Extract<DraftWant, { kind: 'word' }>[] =>
  wants.filter((want) => want.kind === 'word');
