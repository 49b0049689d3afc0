import { isScalar, type Scalar } from 'yaml';
import type { Place } from '../diagnostic/diagnostic.ts';
import type { Draft } from './draft.ts';
import { plainField } from './plain-field.ts';
import { type Path, placeOf } from './source.ts';

/** An address of a policy, and where it stands. */
export interface AddressPlace {
  readonly email: string;
  /** Null for a contact that stands in an assignment. */
  readonly contactName: string | null;
  readonly place: Place;
  /** Whether it comes from a variable or file outside the policy. */
  readonly isReference: boolean;
}

/** An address, with what is needed to edit it. */
export interface FoundAddress extends AddressPlace {
  readonly path: Path;
  /** The text in the file; undefined where it stands elsewhere: behind an alias. */
  readonly scalar: Scalar | undefined;
}

/** Finds every address of a policy that is the same for all accounts, in the order of the file; templates have none. */
export const findAddresses = ({ source, contacts }: Draft): readonly FoundAddress[] =>
  contacts.flatMap(({ path: to, value }) => {
    const email = plainField(value, 'email')?.trim();
    if (email === undefined || email === '') return [];
    const [section, name] = to;
    const path = [...to, 'email'];
    const node = source.document.getIn(path, true);
    return [
      {
        email,
        contactName: section === 'contacts' ? String(name) : null,
        place: placeOf(source, path),
        path,
        isReference: value.fields.email?.kind === 'value' && value.fields.email.isReference,
        scalar: isScalar(node) ? node : undefined,
      },
    ];
  });

/** Whether two addresses are the same as far as anybody but their own server can tell: case does not matter. */
export const isSameAddress = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();
