import type { ContactField } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { Mode } from './policy.ts';
import type { Path, Source } from './source.ts';

/** The fields of a contact that are texts, whatever is wrong with the others. */
export type DraftContact = Readonly<Partial<Record<ContactField, string>>>;

/** A selector as far as it could be read; a condition that is missing here was not written, or is wrong and diagnosed. */
export type DraftSelector =
  | 'all'
  | {
      readonly ou?: readonly DraftValue[];
      readonly account?: readonly DraftValue[];
      readonly tag?: ReadonlyMap<string, readonly DraftValue[]>;
      /** Whether nothing of what was written is missing here. */
      readonly isWhole: boolean;
    };

/** One value of a condition, and the way to it. */
export interface DraftValue {
  readonly path: Path;
  readonly text: string;
}

/** An assignment as far as it could be read. */
export interface DraftAssignment {
  readonly match?: DraftSelector;
  readonly mode?: Mode;
  readonly wants: readonly DraftWant[];
  /** None of the three contact types is mentioned at all. */
  readonly isSilent: boolean;
}

/** What an assignment says about one contact type, and under which key. */
export interface DraftWant {
  readonly key: string;
  readonly type: ContactType;
  readonly name: string;
}

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
  readonly contacts: readonly Part<DraftContact>[];
  readonly assignments: readonly Part<DraftAssignment>[];
  readonly exclude: readonly Part<DraftSelector>[];
}
