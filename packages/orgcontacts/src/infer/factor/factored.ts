import type { ContactType } from '../../contact/contact-type.ts';

/** An account, where it is, and what it has for each contact type; a label names a distinct contact, null is a gap. */
export interface FactorAccount {
  readonly id: string;
  /** The ids of the units from the root down to the account's own. */
  readonly units: readonly string[];
  /** The value of the one tag key that may be used; null where there is none. */
  readonly tag: string | null;
  readonly labels: Readonly<Record<ContactType, string | null>>;
}

/** What an assignment wants for the types that it names; null leaves them unmanaged. */
export type FactoredWants = Readonly<Partial<Record<ContactType, string | null>>>;

/** Which accounts an assignment matches. */
export type FactoredMatch =
  | { readonly kind: 'all' }
  | { readonly kind: 'units'; readonly units: readonly string[] }
  | { readonly kind: 'tag'; readonly values: readonly string[] }
  | { readonly kind: 'accounts'; readonly ids: readonly string[] };

/** One rule of those that together give every account its labels. */
export interface FactoredAssignment {
  readonly match: FactoredMatch;
  readonly wants: FactoredWants;
}
