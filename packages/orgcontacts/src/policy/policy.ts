import type { Contact, ContactField } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { Place } from '../diagnostic/diagnostic.ts';
import type { Selector } from '../selector/selector.ts';
import type { LintSettings } from './lint-settings.ts';
import type { NamedWant } from './named-want.ts';
import type { Piece } from './piece.ts';

/** What the winner may do: everything; only create; or only say what it would have done. */
export const modes = ['enforce', 'fill-missing', 'report-only'] as const;

/** What the winner may do. */
export type Mode = (typeof modes)[number];

/** What an assignment wants for one contact type. */
export type Want =
  | (NamedWant & { readonly kind: 'contact'; readonly contact: Contact })
  /** A contact that is filled in for each account. */
  | (NamedWant & { readonly kind: 'template'; readonly fields: Readonly<Record<ContactField, readonly Piece[]>> })
  | { readonly kind: 'absent' }
  | { readonly kind: 'unmanaged' };

/** One rule of the policy: which accounts, and what they get. */
export interface Assignment {
  readonly match: Selector;
  readonly wants: Readonly<Partial<Record<ContactType, Want>>>;
  /** Its own mode, or the policy's. */
  readonly mode: Mode;
  readonly place: Place;
}

/** Accounts that are never read and never written, and always listed. */
export interface Exclusion {
  readonly match: Selector;
  readonly place: Place;
}

/** The file the user writes, checked and ready: every reference inside it resolves. */
export interface Policy {
  readonly mode: Mode;
  readonly assignments: readonly Assignment[];
  readonly exclude: readonly Exclusion[];
  readonly lint: LintSettings;
  /** SHA-256 of the file's bytes, in hexadecimal: ties a journal to the policy it came from. */
  readonly hash: string;
}
