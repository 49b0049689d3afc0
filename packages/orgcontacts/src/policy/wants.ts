import type { ContactType } from '../contact/contact-type.ts';
import type { RawAssignment } from './draft.ts';

/** The keys by which an assignment says what it wants, and the contact types they stand for. */
export const wantKeys = [
  ['security', 'SECURITY'],
  ['operations', 'OPERATIONS'],
  ['billing', 'BILLING'],
] as const satisfies readonly (readonly [keyof RawAssignment, ContactType])[];

/** Names that are no contacts: delete it, leave it alone. */
export const reservedNames = ['absent', 'unmanaged'];

/** What an assignment says, key by key. */
export const wantsIn = (
  assignment: RawAssignment,
): readonly { readonly key: string; readonly type: ContactType; readonly name: string }[] =>
  wantKeys.flatMap(([key, type]) => {
    const name = assignment[key];
    return name === undefined ? [] : [{ key, type, name }];
  });
