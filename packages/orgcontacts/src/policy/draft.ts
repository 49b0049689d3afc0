import type { ContactField } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { DraftSelector } from './draft-selector.ts';
import type { LintSettings } from './lint-settings.ts';
import type { Piece } from './piece.ts';
import type { Mode } from './policy.ts';
import type { Path, Source } from './source.ts';

/** The fields of a contact that are texts, whatever is wrong with the others. */
export interface DraftContact {
  readonly fields: Readonly<Partial<Record<ContactField, DraftField>>>;
  /** When somebody made sure of it, as it is written; empty when that is no text. */
  readonly reviewed?: string;
}

/** One field of a contact: its pieces with references filled in, or what is wrong with its template. */
export type DraftField =
  | { readonly kind: 'value'; readonly pieces: readonly Piece[]; readonly isReference: boolean }
  | {
      readonly kind: 'wrong';
      readonly code: 'template' | 'reference-name' | 'reference-missing';
      readonly message: string;
      readonly help: string;
    };

/** An assignment as far as it could be read. */
export interface DraftAssignment {
  readonly match?: DraftSelector;
  readonly mode?: Mode;
  readonly wants: readonly DraftWant[];
  /** None of the three contact types is mentioned at all. */
  readonly isSilent: boolean;
}

/** What an assignment says about one contact type, and under which key: a word, or a contact of its own. */
export type DraftWant = { readonly key: string; readonly type: ContactType } & (
  | { readonly kind: 'word'; readonly name: string }
  | { readonly kind: 'inline'; readonly contact: DraftContact }
);

/** One part of the file, and the way to it. */
export interface Part<Value> {
  readonly path: Path;
  readonly value: Value;
}

/**
 * As much of a policy file as could be read, whatever is wrong beside it. Rules look at this, so that a slip in one place hides nothing
 * in another. When nothing was diagnosed, it is the whole file.
 */
export interface Draft {
  readonly source: Source;
  readonly mode?: Mode;
  readonly contactNames: readonly string[];
  /** Those of the section `contacts`, and then those inside assignments. */
  readonly contacts: readonly Part<DraftContact>[];
  readonly assignments: readonly Part<DraftAssignment>[];
  readonly exclude: readonly Part<DraftSelector>[];
  readonly lint: LintSettings;
}
